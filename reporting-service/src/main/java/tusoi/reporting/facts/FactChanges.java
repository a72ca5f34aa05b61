package tusoi.reporting.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
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

    /** So many writings may come between two looks; after more, all is counted anew. */
    private static final int TOLD_APART = 16;

    private final JdbcClient jdbc;

    FactChanges(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Facts of a table that are of one kind. */
    public static String ofKind(String table, String kind) {
        return table + KIND + kind;
    }

    /** Whether it is that table, or rows of a kind there. */
    public static boolean isOfTable(String fact, String table) {
        return fact.equals(table) || fact.startsWith(table + KIND);
    }

    /** Whether the kinds of its rows are noted one by one. */
    public static boolean isToldByKind(String table) {
        return Arrays.stream(FactTable.values())
                .anyMatch(one -> one.isToldByKind() && one.unqualifiedName().equals(table));
    }

    /**
     * @param times how often it was written, by however many rows
     * @param latest no row of it was recorded, or ended, later
     * @param earliest of the last writings, the last one first, when the first row of each was recorded or ended
     */
    record Change(long times, Instant latest, List<Instant> earliest) {
        /** Whether all that was written after so many times was recorded, or ended, after the instant. */
        boolean isLaterThan(Instant instant, long before) {
            long further = times - before;
            return further <= earliest.size()
                    && earliest.stream().limit(further).allMatch(at -> at.isAfter(instant));
        }
    }

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

        /**
         * Whether all that was written since the earlier state was recorded, or ended, after {@code knownAt}: what was known then is what it
         * was.
         */
        public boolean isOnlyAddedTo(State earlier, Instant knownAt, Set<String> facts) {
            return facts.stream()
                    .allMatch(fact -> isAdded(fact, earlier, knownAt)
                            && (fact.indexOf(KIND) < 0 || isAdded(anyOf(fact), earlier, knownAt)));
        }

        private boolean isAdded(String fact, State earlier, Instant knownAt) {
            Change now = changes.get(fact);
            Change before = earlier.changes.get(fact);
            return now == null ? before == null : now.isLaterThan(knownAt, before == null ? 0 : before.times());
        }

        private static String anyOf(String fact) {
            return fact.substring(0, fact.indexOf(KIND) + 1) + ANY;
        }
    }

    /** To be read before what rests on the facts. */
    public State now() {
        Map<String, Change> changes = new HashMap<>();
        jdbc.sql("select fact, times, latest, earliest from reporting.fact_change")
                .query(row -> {
                    Instant latest = row.getObject(3, OffsetDateTime.class).toInstant();
                    List<Instant> earliest = Arrays.stream(
                                    (Long[]) row.getArray(4).getArray())
                            .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS))
                            .toList();
                    changes.put(row.getString(1), new Change(row.getLong(2), latest, earliest));
                });
        return new State(changes);
    }

    /** In the transaction that writes them. */
    void note(Map<String, WrittenTimes> written) {
        if (written.isEmpty()) {
            return;
        }
        List<Map.Entry<String, WrittenTimes>> entries = written.entrySet().stream()
                .sorted(Map.Entry.comparingByKey()) // whoever else writes locks in the same order
                .toList();
        jdbc.sql("""
                        insert into reporting.fact_change as c (fact, times, latest, earliest)
                        select fact, 1, latest, array[earliest] from unnest(?, ?, ?) as noted (fact, latest, earliest)
                        on conflict (fact) do update
                           set times = c.times + 1, latest = greatest(c.latest, excluded.latest),
                               earliest = (excluded.earliest || c.earliest)[:%d]
                        """.formatted(TOLD_APART))
                .param(SqlArrays.of("text", entries, Map.Entry::getKey))
                .param(SqlArrays.of(
                        "timestamptz", entries, entry -> entry.getValue().latest()))
                .param(SqlArrays.of(
                        "int8",
                        entries,
                        entry -> ChronoUnit.MICROS.between(
                                Instant.EPOCH, entry.getValue().earliest())))
                .update();
    }
}
