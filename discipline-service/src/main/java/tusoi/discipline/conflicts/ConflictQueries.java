package tusoi.discipline.conflicts;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.discipline.members.Places;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Conflicts on cases that the caller may read, newest first. */
@Component
@Transactional(readOnly = true)
class ConflictQueries {
    private static final String VIEW = """
            select c.*, s.note, s.settled_at, s.settled_by
            from discipline.removal_conflict c
                left join discipline.conflict_settlement s on s.conflict_id = c.conflict_id
            where c.unit_id in (select scope.units_with('CASE_READ'))
            """;

    private final JdbcClient jdbc;

    ConflictQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param reason NOT_IN_REGISTER, NOT_UNDERSTOOD or the code of the register's rule that refused
     * @param note how it was settled here
     * @param registerSettledAt when the register settled it on its side
     */
    record ConflictView(
            UUID conflictId,
            UUID caseId,
            UUID memberId,
            UUID unitId,
            String kind,
            @Nullable LocalDate effectiveOn,
            String reason,
            OffsetDateTime recordedAt,
            @Nullable String note,
            @Nullable OffsetDateTime settledAt,
            @Nullable UUID settledBy,
            @Nullable OffsetDateTime registerSettledAt) {}

    Page<ConflictView> list(@Nullable Boolean settled, PageRequest page) {
        return Cursor.page(
                jdbc.sql(VIEW + """
                                  and (:settled::boolean is null or :settled::boolean = (s.conflict_id is not null))
                                  and (:after::uuid is null or c.conflict_id < :after::uuid)
                                order by c.conflict_id desc limit :limit
                                """)
                        .param("settled", settled)
                        .param("after", Places.id(page))
                        .param("limit", page.size() + 1)
                        .query(ConflictView.class)
                        .list(),
                page.size(),
                view -> Cursor.of(view.conflictId()));
    }

    ConflictView byId(UUID id) {
        return jdbc.sql(VIEW + " and c.conflict_id = :id")
                .param("id", id)
                .query(ConflictView.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The conflict"));
    }
}
