package tusoi.org.members.removals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.problems.ProblemException;

/** Removals decided elsewhere that could not be applied here. */
@Component
@Transactional(readOnly = true)
class ConflictQueries {
    private static final String VIEW = """
            select c.id, c.case_id, c.member_id, c.unit_id, c.kind, c.effective_on, c.code, c.reason, c.recorded_at, s.note,
                   s.settled_at, s.settled_by, c.discipline_settled_at
            from org.removal_conflict c left join org.conflict_settlement s on s.conflict_id = c.id
            where c.unit_id in (select scope.units_with('MEMBER_READ'))
            """;

    private final JdbcClient jdbc;

    ConflictQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param note how it was settled here
     * @param disciplineSettledAt when discipline-service settled it on its side
     */
    record ConflictView(
            UUID id,
            UUID caseId,
            UUID memberId,
            @Nullable UUID unitId,
            String kind,
            @Nullable LocalDate effectiveOn,
            String code,
            String reason,
            OffsetDateTime recordedAt,
            @Nullable String note,
            @Nullable OffsetDateTime settledAt,
            @Nullable UUID settledBy,
            @Nullable OffsetDateTime disciplineSettledAt) {}

    /** The latest two hundred within the caller's scope; only those that are settled here, or are not, where it is asked. */
    List<ConflictView> all(@Nullable Boolean settled) {
        return jdbc.sql(VIEW + """
                          and (:settled::boolean is null or :settled::boolean = (s.conflict_id is not null))
                        order by c.recorded_at desc, c.case_id limit 200
                        """)
                .param("settled", settled)
                .query(ConflictView.class)
                .list();
    }

    ConflictView byId(UUID id) {
        return jdbc.sql(VIEW + " and c.id = :id")
                .param("id", id)
                .query(ConflictView.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The conflict"));
    }
}
