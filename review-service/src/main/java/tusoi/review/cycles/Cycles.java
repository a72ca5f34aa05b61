package tusoi.review.cycles;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.platform.persistence.SqlArrays;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.CycleKind;
import tusoi.review.cycles.domain.Cycle;
import tusoi.review.cycles.domain.OpenCycle;

@Repository
class Cycles {
    private final JdbcClient jdbc;

    Cycles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One opening of a year and kind at a time, so that none slips in above or below another. */
    void lock(int year, CycleKind kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "review.cycle/" + kind + "/" + year)
                .query((row, number) -> true)
                .single();
    }

    /** Cycles of the year and kind opened at, above or below the unit on the opening day's tree, sharing a subject type. */
    List<CycleId> overlapping(OpenCycle command) {
        return jdbc
                .sql("""
                select c.id from review.cycle c
                where c.year = :year and c.kind = :kind and (c.opened_by_unit_id = :unit
                    or c.subject_types && :types and exists (
                        select 1 from scope.closure k
                        where k.valid_from <= :openedOn and k.valid_to > :openedOn and k.recorded_to = 'infinity'
                          and (k.ancestor_id = c.opened_by_unit_id and k.unit_id = :unit
                            or k.ancestor_id = :unit and k.unit_id = c.opened_by_unit_id)))
                """)
                .param("year", command.year())
                .param("kind", command.kind().name())
                .param("unit", command.openedBy().value())
                .param("openedOn", command.openedOn())
                .param("types", SqlArrays.of("text", List.copyOf(command.subjectTypes()), Enum::name))
                .query(UUID.class)
                .stream()
                .map(CycleId::new)
                .toList();
    }

    void add(Cycle cycle, Instant recordedAt) {
        jdbc.sql("""
                insert into review.cycle (id, kind, year, opened_by_unit_id, opened_on, due_on, profile, subject_types, version,
                    recorded_at)
                values (:id, :kind, :year, :unit, :openedOn, :dueOn, :profile, :types, 1, :recordedAt)
                """)
                .param("id", cycle.id().value())
                .param("kind", cycle.kind().name())
                .param("year", cycle.year())
                .param("unit", cycle.openedBy().value())
                .param("openedOn", cycle.openedOn())
                .param("dueOn", cycle.dueOn())
                .param("profile", cycle.profile())
                .param(
                        "types",
                        SqlArrays.of(
                                "text", cycle.subjectTypes().stream().sorted().toList(), Enum::name))
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .update();
    }
}
