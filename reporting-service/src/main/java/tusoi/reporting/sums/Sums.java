package tusoi.reporting.sums;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;

/** Reads what is sealed. Ask {@link #known} first, and for {@link #amounts} last. */
@Component
public class Sums {
    private final JdbcClient jdbc;

    Sums(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param arrangement of units in nodes: where it has changed meanwhile, what was read is of no use
     * @param through up to when what is known then stands in the sums; the instant asked for if nothing was recorded since
     * @param series the last of them
     * @param node the unit asked for, where it has sums of its own, which hold under every tree that is known at the instant
     */
    public record Sealed(
            long arrangement,
            Instant through,
            AllSeries.Latest series,
            @Nullable Node node) {}

    /**
     * @param apart units that may stand in it or elsewhere
     * @param isCrossed between the two days, reorganisations may have taken persons over its border
     */
    public record Node(List<UUID> apart, boolean isCrossed) {}

    /**
     * Empty where the facts have to be counted.
     *
     * @param after the day after which it matters whether persons were taken elsewhere, up to {@code until}
     * @param apartAtMost a node with more units apart is told as none
     */
    public Optional<Sealed> known(UUID unit, Instant knownAt, LocalDate after, LocalDate until, int apartAtMost) {
        return jdbc.sql("""
                        select s.arrangement,
                               case when s.sealed_through < :knownAt
                                     and exists (select from reporting.version v
                                                  where v.recorded_from > s.sealed_through and v.recorded_from <= :knownAt)
                                    then s.sealed_through else cast(:knownAt as timestamptz) end,
                               %s, own.apart, own.is_crossed
                          from reporting.sum_state s
                          left join lateral (
                               select array(select a.unit_id from reporting.sum_apart a
                                             where a.node_id = n.node_id limit :limit) as apart,
                                      exists (select from reporting.sum_border b
                                               where b.node_id = n.node_id and b.recorded <= :knownAt
                                                 and b.on_day > :after and b.on_day <= :until) as is_crossed
                                 from reporting.sum_node n
                                where n.node_id = :unit
                                  and not (s.sealed_through < :knownAt and %s)) own on true
                        """.formatted(AllSeries.Latest.SQL, Nodes.treeChanged("s.sealed_through", ":knownAt")))
                .param("unit", unit)
                .param("knownAt", at(knownAt))
                .param("after", after)
                .param("until", until)
                .param("limit", apartAtMost + 1)
                .query((row, _) -> new Sealed(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        new AllSeries.Latest(row.getLong(3), row.getInt(4)),
                        node(row.getArray(5), row.getBoolean(6), apartAtMost)))
                .optional();
    }

    private static @Nullable Node node(@Nullable Array apart, boolean isCrossed, int apartAtMost) throws SQLException {
        if (apart == null) {
            return null;
        }
        UUID[] units = (UUID[]) apart.getArray();
        return units.length > apartAtMost ? null : new Node(List.of(units), isCrossed);
    }

    /** A series on a day. */
    public record On(int series, LocalDate day) {}

    /** @param sums those that are something */
    public record Amounts(long arrangement, Map<On, Long> sums) {}

    /** The sums of some units, those that are something, as sealed through an instant. */
    public Map<On, Long> amounts(List<UUID> units, List<On> asked, Instant through) {
        Map<On, Long> sums = new HashMap<>();
        jdbc.sql("""
                        select asked.series, asked.day, sum(s.amount)
                          from unnest(:units) as inside (unit_id)
                          join reporting.sum_step s on s.unit_id = inside.unit_id and s.series = any (:series)
                          join unnest(:series, :days) as asked (series, day) on asked.series = s.series and s.day <= asked.day
                         where s.recorded <= :through
                         group by asked.series, asked.day
                        """)
                .param("units", SqlArrays.uuids(units, unit -> unit))
                .param("series", SqlArrays.of("int4", asked, On::series))
                .param("days", SqlArrays.of("date", asked, On::day))
                .param("through", at(through))
                .query(row -> {
                    sums.put(new On(row.getInt(1), row.getObject(2, LocalDate.class)), row.getLong(3));
                });
        return sums;
    }

    /**
     * The sums of all units settled in a node, as sealed through an instant, and with the same look whether what was read before holds.
     * Empty where the sums were thrown away meanwhile.
     */
    public Optional<Amounts> amounts(UUID node, List<On> asked, Instant through) {
        Map<On, Long> sums = new HashMap<>();
        List<Long> arrangement = new ArrayList<>();
        jdbc.sql(
                        "select arrangement, of_series, on_day, amount from reporting.sums_of_node(:node, :series, :days, :through)")
                .param("node", node)
                .param("series", SqlArrays.of("int4", asked, On::series))
                .param("days", SqlArrays.of("date", asked, On::day))
                .param("through", at(through))
                .query(row -> {
                    arrangement.add(row.getLong(1));
                    long sum = row.getLong(4);
                    if (sum != 0) {
                        sums.put(new On(row.getInt(2), row.getObject(3, LocalDate.class)), sum);
                    }
                });
        return arrangement.stream().findFirst().map(one -> new Amounts(one, sums));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
