package tusoi.discipline.conflicts;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.discipline.members.Places;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Conflicts on cases that the caller may read, newest first. */
@Component
@Transactional(readOnly = true)
class ConflictQueries {
    private final JdbcClient jdbc;

    ConflictQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param reason NOT_IN_REGISTER, NOT_UNDERSTOOD or the code of the register's rule that refused
     */
    record ConflictView(
            UUID conflictId,
            UUID caseId,
            UUID memberId,
            UUID unitId,
            String kind,
            @Nullable LocalDate effectiveOn,
            String reason,
            OffsetDateTime recordedAt) {}

    Page<ConflictView> list(PageRequest page) {
        return Cursor.page(
                jdbc.sql("""
                                select * from discipline.removal_conflict
                                where unit_id in (select scope.units_with('CASE_READ'))
                                  and (:after::uuid is null or conflict_id < :after::uuid)
                                order by conflict_id desc limit :limit
                                """)
                        .param("after", Places.id(page))
                        .param("limit", page.size() + 1)
                        .query(ConflictView.class)
                        .list(),
                page.size(),
                view -> Cursor.of(view.conflictId()));
    }
}
