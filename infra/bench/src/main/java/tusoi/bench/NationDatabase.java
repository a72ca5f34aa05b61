package tusoi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import tusoi.bench.nation.Nation;
import tusoi.bench.nation.NationWriter;
import tusoi.bench.nation.Size;
import tusoi.launcher.parts.ServiceDatabase;
import tusoi.reporting.sums.Sealing;

/** A nation's facts and tree in a database of reporting-service, and the sums that the service makes of them. */
record NationDatabase(Nation nation, ServiceDatabase database) {
    /** 4,400 stay; the rest is for sorting and for the log. */
    private static final long BYTES_A_MEMBER = 8_000;

    /** In parts of 5.6 million members. */
    static double scale(String property, String otherwise) {
        return Double.parseDouble(System.getProperty(property, otherwise));
    }

    static NationDatabase fill(OwnServers servers, double scale) throws SQLException, IOException {
        Nation nation = new Nation(Size.of(scale));
        System.err.println("  " + nation.size().text());
        requireRoom(servers, nation.size());
        ServiceDatabase database = servers.database("reporting");
        FollowingService.start(servers, database, "--tusoi.inbox.enabled=false").close();
        var filled = new NationDatabase(nation, database);
        var writer = new NationWriter(nation, () -> servers.postgres().connect(database.name()));
        long begin = System.nanoTime();
        writer.writeTree();
        System.err.printf(Locale.ROOT, "  tree in %.1f s%n", Rounds.secondsSince(begin));
        begin = System.nanoTime();
        long rows = writer.writeFacts();
        double copied = Rounds.secondsSince(begin);
        System.err.printf(
                Locale.ROOT,
                "  %,d rows of facts in %.1f s with their indexes, %,.0f rows/s%n",
                rows,
                copied,
                rows / copied);
        begin = System.nanoTime();
        writer.finish();
        System.err.printf(Locale.ROOT, "  vacuum and analyze in %.1f s%n", Rounds.secondsSince(begin));
        filled.seal(servers);
        filled.sayAll(servers);
        return filled;
    }

    private static void requireRoom(OwnServers servers, Size size) throws IOException {
        long room = Files.getFileStore(servers.folder()).getUsableSpace();
        long needed = size.members() * BYTES_A_MEMBER;
        if (room < needed) {
            throw new IOException(servers.folder() + " has " + (room >> 30) + " GiB left, " + (needed >> 30)
                    + " GiB are needed for " + size.members() + " members");
        }
    }

    /** All at once, which no event's arrival ever asks for: a statement may take its time. */
    private void seal(OwnServers servers) throws SQLException {
        try (var service = FollowingService.start(
                servers, database, "--tusoi.inbox.enabled=false", "--tusoi.db.loader-statement-timeout=2h")) {
            long begin = System.nanoTime();
            if (!service.context().getBean(Sealing.class).seal()) {
                throw new IllegalStateException("there was nothing to make sums of");
            }
            System.err.printf(Locale.ROOT, "  sums in %.1f s%n", Rounds.secondsSince(begin));
        }
        long begin = System.nanoTime();
        try (var connection = servers.postgres().connect(database.name());
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
        System.err.printf(Locale.ROOT, "  vacuum, analyze and checkpoint in %.1f s%n", Rounds.secondsSince(begin));
    }

    private void sayAll(OwnServers servers) throws SQLException {
        try (var connection = servers.postgres().connect(database.name());
                var statement = connection.createStatement()) {
            sayTables(statement);
            try (var all = statement.executeQuery("select pg_database_size(current_database())")) {
                all.next();
                System.err.printf(Locale.ROOT, "  %.2f GB in all%n", all.getLong(1) / 1e9);
            }
        }
    }

    private static void sayTables(Statement statement) throws SQLException {
        try (var tables = statement.executeQuery("""
                select n.nspname || '.' || c.relname, c.reltuples::bigint, pg_table_size(c.oid), pg_indexes_size(c.oid)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('reporting', 'scope') and c.relkind = 'r' and c.reltuples > 100
                 order by 3 desc
                """)) {
            while (tables.next()) {
                System.err.printf(
                        Locale.ROOT,
                        "    %-28s %,12d rows, %6.2f GB, %6.2f GB of indexes%n",
                        tables.getString(1),
                        tables.getLong(2),
                        tables.getLong(3) / 1e9,
                        tables.getLong(4) / 1e9);
            }
        }
    }
}
