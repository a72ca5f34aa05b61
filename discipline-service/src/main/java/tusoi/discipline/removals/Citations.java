package tusoi.discipline.removals;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tusoi.discipline.members.MemberId;
import tusoi.discipline.members.Members;
import tusoi.discipline.notices.GroundNotice;
import tusoi.discipline.notices.GroundNotices;
import tusoi.discipline.removals.RemovalCommands.OpenRemoval;
import tusoi.discipline.removals.domain.CitedNotice;
import tusoi.discipline.removals.domain.RemovalFile;
import tusoi.platform.problems.ProblemException;

/** The ground notices that a removal cites; one of an entry that was given up tells of the entry that goes on. */
@Component
class Citations {
    private final GroundNotices notices;
    private final Members members;

    Citations(GroundNotices notices, Members members) {
        this.notices = notices;
        this.members = members;
    }

    /** 404 for a notice that is not there, or not for the caller to see. */
    List<CitedNotice> of(OpenRemoval command) {
        List<UUID> ids = command.noticeIds() == null ? List.of() : command.noticeIds();
        return ids.stream().distinct().map(this::cited).toList();
    }

    /** Those that the removal cites and the register has taken back. */
    List<UUID> withdrawnSince(RemovalFile file) {
        return notices.withdrawn(
                file.notices().stream().map(CitedNotice::noticeId).toList());
    }

    private CitedNotice cited(UUID id) {
        GroundNotice notice = notices.find(id).orElseThrow(() -> ProblemException.notFound("The ground notice"));
        return new CitedNotice(
                notice.noticeId(),
                notice.version(),
                members.kept(new MemberId(notice.memberId())),
                notice.ground(),
                notice.year(),
                notice.months(),
                notice.withdrawn());
    }
}
