package tusoi.review.targets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.review.contract.TargetComparison;
import tusoi.review.contract.TargetId;
import tusoi.review.contract.TargetMeasure;
import tusoi.review.contract.UnitId;
import tusoi.review.targets.domain.SetTarget;
import tusoi.review.targets.domain.Target;
import tusoi.review.targets.domain.TargetResult;

/** Targets with their results; a result that was withdrawn keeps its row and is none. */
@Repository
class Targets {
    private final JdbcClient jdbc;

    Targets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Kept(Target target, long version, Instant recordedAt) {
        private Kept with(List<TargetResult> results) {
            Target one = target;
            return new Kept(
                    new Target(
                            one.id(),
                            one.unit(),
                            one.indicator(),
                            one.name(),
                            one.from(),
                            one.to(),
                            one.planned(),
                            one.measure(),
                            one.comparison(),
                            one.main(),
                            one.cancelled(),
                            results),
                    version,
                    recordedAt);
        }
    }

    /** The target of the same unit, indicator and span, locked. */
    Optional<Kept> lock(SetTarget command) {
        return jdbc.sql("""
                select * from review.target
                where unit_id = :unit and indicator = :indicator and from_day = :from and to_day = :to
                for update
                """)
                .param("unit", command.unit().value())
                .param("indicator", command.indicator())
                .param("from", command.from())
                .param("to", command.to())
                .query((row, number) -> kept(row))
                .optional()
                .map(this::withResults);
    }

    Optional<Kept> lock(TargetId id) {
        return jdbc.sql("select * from review.target where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> kept(row))
                .optional()
                .map(this::withResults);
    }

    private Kept withResults(Kept one) {
        return withResults(List.of(one)).getFirst();
    }

    /** The same targets, each with its results. */
    List<Kept> withResults(List<Kept> targets) {
        Map<UUID, List<TargetResult>> results =
                results(targets.stream().map(one -> one.target().id().value()).toList());
        return targets.stream()
                .map(one -> one.with(results.getOrDefault(one.target().id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<TargetResult>> results(Collection<UUID> targets) {
        Map<UUID, List<TargetResult>> byTarget = new HashMap<>();
        jdbc.sql(
                        "select * from review.target_result where target_id = any (:targets) and not withdrawn order by on_day")
                .param("targets", targets.toArray(UUID[]::new))
                .query(row -> {
                    byTarget.computeIfAbsent(row.getObject("target_id", UUID.class), _ -> new java.util.ArrayList<>())
                            .add(new TargetResult(
                                    row.getObject("id", UUID.class),
                                    row.getObject("on_day", LocalDate.class),
                                    row.getBigDecimal("value"),
                                    row.getBoolean("achieved"),
                                    row.getString("profile")));
                });
        return byTarget;
    }

    void save(Kept kept) {
        Target target = kept.target();
        OffsetDateTime recordedAt = OffsetDateTime.ofInstant(kept.recordedAt(), ZoneOffset.UTC);
        jdbc.sql("""
                insert into review.target as known (id, unit_id, indicator, name, from_day, to_day, planned, measure, comparison, main,
                    cancelled, version, recorded_at)
                values (:id, :unit, :indicator, :name, :from, :to, :planned, :measure, :comparison, :main, :cancelled, :version,
                    :recordedAt)
                on conflict (id) do update set name = excluded.name, planned = excluded.planned, measure = excluded.measure,
                    comparison = excluded.comparison, main = excluded.main, cancelled = excluded.cancelled,
                    version = excluded.version, recorded_at = excluded.recorded_at
                """)
                .param("id", target.id().value())
                .param("unit", target.unit().value())
                .param("indicator", target.indicator())
                .param("name", target.name())
                .param("from", target.from())
                .param("to", target.to())
                .param("planned", target.planned())
                .param("measure", target.measure().name())
                .param("comparison", target.comparison().name())
                .param("main", target.main())
                .param("cancelled", target.cancelled())
                .param("version", kept.version())
                .param("recordedAt", recordedAt)
                .update();
        withdrawOthers(target, recordedAt);
        target.results().forEach(result -> save(target.id(), result, recordedAt));
    }

    private void withdrawOthers(Target target, OffsetDateTime recordedAt) {
        jdbc.sql("""
                update review.target_result set withdrawn = true, recorded_at = :recordedAt
                where target_id = :target and not withdrawn and id <> all (:kept)
                """)
                .param("target", target.id().value())
                .param("kept", target.results().stream().map(TargetResult::id).toArray(UUID[]::new))
                .param("recordedAt", recordedAt)
                .update();
    }

    private void save(TargetId target, TargetResult result, OffsetDateTime recordedAt) {
        jdbc.sql("""
                insert into review.target_result as known (id, target_id, on_day, value, achieved, profile, recorded_at)
                values (:id, :target, :on, :value, :achieved, :profile, :recordedAt)
                on conflict (id) do update set on_day = excluded.on_day, value = excluded.value, achieved = excluded.achieved,
                    profile = excluded.profile, recorded_at = excluded.recorded_at
                where (known.on_day, known.value, known.achieved, known.profile)
                    is distinct from (excluded.on_day, excluded.value, excluded.achieved, excluded.profile)
                """)
                .param("id", result.id())
                .param("target", target.value())
                .param("on", result.on())
                .param("value", result.value())
                .param("achieved", result.achieved())
                .param("profile", result.profile())
                .param("recordedAt", recordedAt)
                .update();
    }

    /** Without its results. */
    static Kept kept(ResultSet row) throws SQLException {
        Target target = new Target(
                new TargetId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("indicator"),
                row.getString("name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getBigDecimal("planned"),
                TargetMeasure.valueOf(row.getString("measure")),
                TargetComparison.valueOf(row.getString("comparison")),
                row.getBoolean("main"),
                row.getBoolean("cancelled"),
                List.of());
        return new Kept(
                target,
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
