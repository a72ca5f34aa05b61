package tusoi.org.members.removals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removals decided elsewhere that could not be applied here. */
@Component
@Transactional(readOnly = true)
class ConflictQueries {
    private final JdbcClient jdbc;

    ConflictQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record ConflictView(
            UUID caseId,
            UUID memberId,
            @Nullable UUID unitId,
            String kind,
            @Nullable LocalDate effectiveOn,
            String code,
            String reason,
            OffsetDateTime recordedAt) {}

    /** The latest two hundred within the caller's scope. */
    List<ConflictView> all() {
        return jdbc.sql("""
                        select case_id, member_id, unit_id, kind, effective_on, code, reason, recorded_at from org.removal_conflict
                        where unit_id in (select scope.units_with('MEMBER_READ'))
                        order by recorded_at desc, case_id limit 200
                        """).query(ConflictView.class).list();
    }
}
