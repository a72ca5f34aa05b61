package tusoi.reporting.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;

/** Which kinds of facts were written since: a figure that rests on none of them is the same as it was. */
@Component
public class FactChanges {
    /** The tree, on which every figure rests. */
    public static final String TREE = "unit";

    /** In place of a kind: any of them. */
    static final String ANY = "*";

    private static final char KIND = ':';

    private final JdbcClient jdbc;

    FactChanges(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Facts of a table that are of one kind. */
    public static String ofKind(String table, String kind) {
        return table + KIND + kind;
    }

    /** Whether the kinds of its rows are noted one by one. */
    public static boolean isToldByKind(String table) {
        return Arrays.stream(FactTable.values())
                .anyMatch(one -> one.isToldByKind() && one.unqualifiedName().equals(table));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * @param times how often it was written, by however many rows
     * @param latest no row of it was recorded, or ended, later
     */
    record Change(long times, Instant latest) {}

    /** As it stood at one moment. */
    public record State(Map<String, Change> changes) {
        /**
         * Whether an answer as of {@code knownAt}, that was computed after the earlier state was read, holds for every later instant too, as
         * far as it rests on these.
         */
        public boolean isSameSince(State earlier, Instant knownAt, Set<String> facts) {
            return facts.stream()
                    .allMatch(fact -> isSame(fact, earlier, knownAt)
                            && (fact.indexOf(KIND) < 0 || isSame(anyOf(fact), earlier, knownAt)));
        }

        private boolean isSame(String fact, State earlier, Instant knownAt) {
            Change now = changes.get(fact);
            return now == null
                    ? !earlier.changes.containsKey(fact)
                    : now.equals(earlier.changes.get(fact)) && !now.latest().isAfter(knownAt);
        }

        private static String anyOf(String fact) {
            return fact.substring(0, fact.indexOf(KIND) + 1) + ANY;
        }
    }

    /** To be read before what rests on the facts. */
    public State now() {
        Map<String, Change> changes = new HashMap<>();
        jdbc.sql("select fact, times, latest from reporting.fact_change").query(row -> {
            Instant latest = row.getObject(3, OffsetDateTime.class).toInstant();
            changes.put(row.getString(1), new Change(row.getLong(2), latest));
        });
        return new State(changes);
    }

    /**
     * In the transaction that writes them.
     *
     * @param latest for each kind that is written the latest recorded time
     */
    public void note(Map<String, Instant> latest) {
        if (latest.isEmpty()) {
            return;
        }
        List<Map.Entry<String, Instant>> entries = latest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey()) // whoever else writes locks in the same order
                .toList();
        jdbc.sql("""
                        insert into reporting.fact_change as c (fact, times, latest)
                        select fact, 1, latest from unnest(?, ?) as noted (fact, latest)
                        on conflict (fact) do update
                           set times = c.times + 1, latest = greatest(c.latest, excluded.latest)
                        """)
                .param(SqlArrays.of("text", entries, Map.Entry::getKey))
                .param(SqlArrays.of("timestamptz", entries, Map.Entry::getValue))
                .update();
    }
}
