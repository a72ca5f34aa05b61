package tusoi.testkit.badinput;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tusoi.testkit.Servers;

/**
 * What a service's database holds, as rows of each table and the sum of the transactions that wrote them: whatever was inserted, updated or
 * deleted changes one of the two. Left out is what the platform writes of its own: positions, locks, keys, the audit of reads; the outbox,
 * where every accepted command leaves a row, counts.
 */
public final class Tables implements AutoCloseable {
    private static final String NAMES = """
            select format('%I.%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
              and n.nspname not in ('information_schema', 'pg_catalog') and n.nspname !~ '^pg_'
              and (n.nspname <> 'platform' or c.relname = 'outbox')
              and c.relname not like 'flyway%'
            order by 1
            """;

    private final Connection connection;
    private final PreparedStatement statement;

    private Tables(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(names().stream()
                .map(table -> "select '%s', count(*) || ' rows of ' || coalesce(sum(xmin::text::numeric), 0) from %s"
                        .formatted(table, table))
                .collect(Collectors.joining("\nunion all\n")));
    }

    /** @param url of the database, as the service has it */
    public static Tables of(String url) {
        try {
            Connection connection = DriverManager.getConnection(
                    url, Servers.postgres().superuser(), Servers.postgres().superuserPassword());
            try (var setting = connection.createStatement()) {
                setting.execute("set jit = off");
            }
            return new Tables(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, String> state() {
        try (var rows = statement.executeQuery()) {
            Map<String, String> state = new TreeMap<>();
            while (rows.next()) {
                state.put(rows.getString(1), rows.getString(2));
            }
            return state;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables that differ. */
    public static List<String> differences(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(table -> table.getKey() + ": " + before.get(table.getKey()) + " -> " + table.getValue())
                .toList();
    }

    private List<String> names() throws SQLException {
        try (var asking = connection.createStatement();
                var rows = asking.executeQuery(NAMES)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
