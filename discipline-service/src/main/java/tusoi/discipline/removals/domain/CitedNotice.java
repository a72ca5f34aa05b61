package tusoi.discipline.removals.domain;

import java.util.List;
import java.util.UUID;
import tusoi.discipline.members.MemberId;

/**
 * A ground notice of the register as it stood when a removal cited it.
 *
 * @param version of the notice, which may say something else by now
 * @param ground its code; a removal that cites it gives the same one
 */
public record CitedNotice(
        UUID noticeId, long version, MemberId member, String ground, int year, List<String> months, boolean withdrawn) {
    public CitedNotice {
        months = List.copyOf(months);
    }

    boolean supports(RemovalFile file) {
        return member.equals(file.member())
                && !withdrawn
                && file.grounds().stream().anyMatch(given -> given.name().equals(ground));
    }
}
