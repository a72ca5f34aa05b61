package tusoi.discipline.notices;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it stands.
 *
 * @param unitId the branch that the register names
 * @param ground as a removal's
 * @param months of the year, as yyyy-MM; none once it is withdrawn
 * @param withdrawn taken back by the register
 * @param profile the rule profile under which the register counted
 * @param version the register's, which rises when the months change
 */
public record GroundNotice(
        UUID noticeId,
        UUID memberId,
        @Nullable String memberName,
        UUID unitId,
        String ground,
        int year,
        List<String> months,
        boolean withdrawn,
        String profile,
        long version,
        OffsetDateTime recordedAt) {
    public GroundNotice {
        months = List.copyOf(months);
    }
}
