package tusoi.org.units.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.UnitId;

/** Where a unit comes from and what became of it, and its way up to the root, within the caller's scope. */
@Component
@Transactional(readOnly = true)
public class LineageQueries {
    private static final String FROM_SUCCESSOR = """
            with recursive line as (
                select l.predecessor_id as unit_id, l.successor_id as via_id, l.on_day, l.reorganisation_id, 1 as distance,
                       array[l.successor_id, l.predecessor_id] as passed
                from org.unit_lineage l
                where l.successor_id = :unit and l.recorded_at <= :knownAt and l.recorded_to > :knownAt
                union all
                select l.predecessor_id, l.successor_id, l.on_day, l.reorganisation_id, line.distance + 1,
                       line.passed || l.predecessor_id
                from line join org.unit_lineage l on l.successor_id = line.unit_id
                where l.recorded_at <= :knownAt and l.recorded_to > :knownAt and not l.predecessor_id = any (line.passed)
            )
            """;

    private final JdbcClient jdbc;

    public LineageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One link of a line.
     *
     * @param via the unit that is one step nearer to the one asked for
     * @param distance steps from the one asked for
     */
    public record Link(
            UUID id,
            String code,
            String name,
            UUID via,
            LocalDate on,
            @Nullable UUID reorganisationId,
            int distance) {}

    public record LineageView(List<Link> predecessors, List<Link> successors) {}

    public LineageView of(UnitId unit, @Nullable Instant knownAt) {
        return new LineageView(
                line(FROM_SUCCESSOR, unit, knownAt),
                line(
                        FROM_SUCCESSOR
                                .replace("predecessor_id", "other_id")
                                .replace("successor_id", "predecessor_id")
                                .replace("other_id", "successor_id"),
                        unit,
                        knownAt));
    }

    /** A name is the unit's last one known then. */
    private List<Link> line(String recursive, UnitId unit, @Nullable Instant knownAt) {
        return jdbc.sql(recursive + """
                        select distinct on (line.distance, u.code, line.via_id, line.on_day) line.unit_id as id, u.code, coalesce(v.name, '') as name,
                               line.via_id as via, line.on_day as "on", line.reorganisation_id, line.distance
                        from line join org.unit u on u.id = line.unit_id
                        left join lateral (
                            select v.name from scope.unit_version v
                            where v.unit_id = line.unit_id and v.recorded_from <= :knownAt and v.recorded_to > :knownAt
                            order by v.valid_from desc limit 1) v on true
                        where line.unit_id in (select scope.units_with('UNIT_READ'))
                        order by line.distance, u.code, line.via_id, line.on_day
                        limit 1000
                        """)
                .param("unit", unit.value())
                .param("knownAt", known(knownAt))
                .query(Link.class)
                .list();
    }

    /** A step on the way up: 0 is the unit itself. */
    public record Step(UUID id, String code, String name, String level, String form, int height) {}

    /** From the unit up to the highest one within the caller's scope, as of a day, as known at an instant. */
    public List<Step> path(UnitId unit, LocalDate asOf, @Nullable Instant knownAt) {
        return jdbc.sql("""
                        select v.unit_id as id, v.code, v.name, v.level, v.form, c.depth as height
                        from scope.closure c
                        join scope.unit_version v on v.unit_id = c.ancestor_id
                            and v.valid_from <= :asOf and v.valid_to > :asOf
                            and v.recorded_from <= :knownAt and v.recorded_to > :knownAt
                        where c.unit_id = :unit and c.valid_from <= :asOf and c.valid_to > :asOf
                          and c.recorded_from <= :knownAt and c.recorded_to > :knownAt
                          and c.ancestor_id in (select scope.units_with('UNIT_READ'))
                        order by c.depth
                        """)
                .param("unit", unit.value())
                .param("asOf", asOf)
                .param("knownAt", known(knownAt))
                .query(Step.class)
                .list();
    }

    /** "By now" is an instant that no version is recorded after. */
    private static OffsetDateTime known(@Nullable Instant knownAt) {
        return knownAt == null
                ? OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC)
                : knownAt.atOffset(ZoneOffset.UTC);
    }
}
