package tusoi.discipline.notices;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.discipline.members.Places;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Reads of notices; each one leaves a row in the audit trail, as it tells of a person. */
@Component
class GroundNoticeQueries {
    private final GroundNotices notices;
    private final Scope scope;
    private final Audit audit;

    GroundNoticeQueries(GroundNotices notices, Scope scope, Audit audit) {
        this.notices = notices;
        this.scope = scope;
        this.audit = audit;
    }

    @Transactional
    GroundNotice byId(UUID id) {
        scope.account();
        GroundNotice notice = notices.find(id).orElseThrow(() -> ProblemException.notFound("The ground notice"));
        audit.read("GROUND_NOTICE_READ", "ground-notice", id, notice.unitId());
        return notice;
    }

    @Transactional
    Page<GroundNotice> list(@Nullable UUID unit, @Nullable UUID member, boolean withdrawn, PageRequest page) {
        scope.account();
        if (unit != null) {
            scope.require(Right.CASE_READ, unit);
        }
        Page<GroundNotice> found = Cursor.page(
                notices.list(unit, member, withdrawn, Places.id(page), page.size() + 1),
                page.size(),
                notice -> Cursor.of(notice.noticeId()));
        found.items()
                .forEach(notice ->
                        audit.read("GROUND_NOTICE_LISTED", "ground-notice", notice.noticeId(), notice.unitId()));
        return found;
    }
}
