package tusoi.reporting.sums;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/**
 * The series, which every answer needs, kept in memory: some dozens a review cycle. None is ever changed or taken away, and their numbers
 * rise, so all are known as long as the last one is, and a rebuild has not put another table in the place of theirs.
 */
@Component
public class AllSeries {
    private final JdbcClient jdbc;
    private volatile Known known = new Known(new Latest(0, 0), Map.of());

    AllSeries(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cycle null for what is of no cycle */
    public record Kind(SumMeasure measure, @Nullable UUID cycle) {}

    /** @param table the file that holds the table: another one after a rebuild */
    record Latest(long table, int series) {
        static final String SQL = """
                pg_relation_filenode(to_regclass('reporting.sum_series')),
                (select s.series from reporting.sum_series s order by s.series desc limit 1)
                """;

        boolean isWithin(Latest other) {
            return table == other.table && series <= other.series;
        }
    }

    private record Known(Latest latest, Map<Kind, List<Series>> series) {}

    /** The series of each kind, each kind with at least none. */
    public Map<Kind, List<Series>> of(Collection<Kind> kinds, Sums.Sealed sealed) {
        Known all = known;
        if (!sealed.series().isWithin(all.latest())) {
            all = read();
            known = all;
        }
        Map<Kind, List<Series>> series = all.series();
        return kinds.stream()
                .collect(Collectors.toMap(Function.identity(), kind -> series.getOrDefault(kind, List.of())));
    }

    private Known read() {
        List<Latest> latest = new ArrayList<>(List.of(new Latest(0, 0)));
        Map<Kind, List<Series>> series = new HashMap<>();
        jdbc.sql("""
                        select pg_relation_filenode(to_regclass('reporting.sum_series')), series, measure, cycle_id, k1, k2
                          from reporting.sum_series order by series
                        """).query(row -> {
            latest.set(0, new Latest(row.getLong(1), row.getInt(2)));
            series.computeIfAbsent(
                            new Kind(SumMeasure.valueOf(row.getString(3)), row.getObject(4, UUID.class)),
                            _ -> new ArrayList<>())
                    .add(new Series(row.getInt(2), row.getString(5), row.getString(6)));
        });
        return new Known(latest.getFirst(), series);
    }
}
