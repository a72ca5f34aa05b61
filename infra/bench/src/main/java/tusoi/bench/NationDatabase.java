package tusoi.bench;

import java.sql.SQLException;
import tusoi.bench.nation.Nation;
import tusoi.bench.nation.NationWriter;
import tusoi.bench.nation.Size;
import tusoi.launcher.parts.ServiceDatabase;
import tusoi.reporting.sums.Sealing;

/** A nation's facts and tree in a database of reporting-service. */
record NationDatabase(Nation nation, ServiceDatabase database, long rows, double seconds, double sealSeconds) {
    /** In parts of 5.6 million members. */
    static double scale(String property, String otherwise) {
        return Double.parseDouble(System.getProperty(property, otherwise));
    }

    static NationDatabase fill(OwnServers servers, double scale) throws SQLException {
        ServiceDatabase database = servers.database("reporting");
        Nation nation = new Nation(Size.of(scale));
        System.err.println("  " + nation.size().text());
        FollowingService.start(servers, database, "--tusoi.inbox.enabled=false").close();
        var writer = new NationWriter(nation, () -> servers.postgres().connect(database.name()));
        writer.writeTree();
        long begin = System.nanoTime();
        long rows = writer.writeFacts();
        double seconds = Rounds.secondsSince(begin);
        System.err.printf("  %d rows of facts in %.1f s%n", rows, seconds);
        writer.finish();
        double sealSeconds = sealSeconds(servers, database);
        System.err.printf("  sums in %.1f s%n", sealSeconds);
        return new NationDatabase(nation, database, rows, seconds, sealSeconds);
    }

    private static double sealSeconds(OwnServers servers, ServiceDatabase database) throws SQLException {
        double seconds;
        try (var service = FollowingService.start(servers, database, "--tusoi.inbox.enabled=false")) {
            long begin = System.nanoTime();
            service.context().getBean(Sealing.class).seal();
            seconds = Rounds.secondsSince(begin);
        }
        try (var connection = servers.postgres().connect(database.name());
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
        return seconds;
    }
}
