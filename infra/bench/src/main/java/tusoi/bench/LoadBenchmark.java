package tusoi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/**
 * A nation's facts into empty tables of reporting-service, made up while they are copied, and the sums made of them, beside the bare COPY of the same rows from
 * the server's own disk into tables of the same shape, indexes included.
 */
final class LoadBenchmark implements Benchmark {
    private static final List<String> TABLES = List.of("membership", "movement", "review", "review_grade", "version");

    @Override
    public String name() {
        return "load";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        double scale = NationDatabase.scale("tusoi.bench.scale", "0.1");
        try (var servers = OwnServers.start()) {
            NationDatabase filled = NationDatabase.fill(servers, scale);
            try (Connection connection =
                    servers.postgres().connect(filled.database().name())) {
                double bare = bareSeconds(connection, servers.folder());
                results.accept(Measure.against(
                        "load.facts." + filled.nation().size().members(),
                        filled.rows() / filled.seconds(),
                        "rows/s",
                        "bare COPY of the facts",
                        filled.rows() / bare,
                        "ratio at least 0.3",
                        ratio -> ratio >= 0.3));
                results.accept(Measure.against(
                        "load.facts-and-sums." + filled.nation().size().members(),
                        filled.rows() / (filled.seconds() + filled.sealSeconds()),
                        "rows/s",
                        "bare COPY of the facts",
                        filled.rows() / bare,
                        "ratio at least 0.3",
                        ratio -> ratio >= 0.3));
            }
        }
    }

    private static double bareSeconds(Connection connection, Path folder) throws Exception {
        double seconds = 0;
        try (var statement = connection.createStatement()) {
            statement.execute("create schema bare");
            for (String table : TABLES) {
                Path file = folder.resolve(table + ".copy");
                statement.execute("create table bare." + table + " (like reporting." + table + " including all)");
                statement.execute("copy reporting." + table + " to '" + file + "' (format binary)");
                seconds += seconds(statement, "copy bare." + table + " from '" + file + "' (format binary)");
                statement.execute("drop table bare." + table);
                Files.delete(file);
            }
        }
        return seconds;
    }

    private static double seconds(Statement statement, String sql) throws SQLException {
        long begin = System.nanoTime();
        statement.execute(sql);
        return Rounds.secondsSince(begin);
    }
}
