package tusoi.bench.nation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The fact tables' keys and indexes: taken away before the tables are filled and made again of what is there, two tables at a time. */
final class FactIndexes {
    /** The largest first. */
    private static final List<String> TABLES = List.of("review_grade", "review", "version", "membership", "movement");

    private static final int AT_ONCE = 2;

    private final Connections connections;
    private final Map<String, List<String>> makes = new LinkedHashMap<>();

    FactIndexes(Connections connections) {
        this.connections = connections;
    }

    void drop() throws SQLException {
        List<String> drops = new ArrayList<>();
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                List<String> ofTable = makes.computeIfAbsent(table, _ -> new ArrayList<>());
                try (var keys = statement.executeQuery("select conname, pg_get_constraintdef(oid) from pg_constraint"
                        + " where conrelid = 'reporting." + table + "'::regclass and contype in ('p', 'u')")) {
                    while (keys.next()) {
                        String alter = "alter table reporting." + table;
                        ofTable.add(alter + " add constraint " + keys.getString(1) + " " + keys.getString(2));
                        drops.add(alter + " drop constraint " + keys.getString(1));
                    }
                }
                try (var indexes = statement.executeQuery("select i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)"
                        + " from pg_index i where i.indrelid = 'reporting." + table + "'::regclass"
                        + " and not exists (select from pg_constraint c where c.conindid = i.indexrelid)")) {
                    while (indexes.next()) {
                        ofTable.add(indexes.getString(2));
                        drops.add("drop index " + indexes.getString(1));
                    }
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }

    void make() throws SQLException {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Boolean>> made = new ArrayList<>();
            makes.values().forEach(statements -> made.add(pool.submit(make(statements))));
            for (Future<Boolean> one : made) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new SQLException("an index was not made", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("stopped", stopped);
        }
    }

    private Callable<Boolean> make(List<String> statements) {
        return () -> {
            try (var connection = connections.open();
                    var statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return true;
        };
    }
}
