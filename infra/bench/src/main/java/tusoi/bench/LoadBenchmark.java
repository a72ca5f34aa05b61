package tusoi.bench;

import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Consumer;
import tusoi.launcher.parts.ServiceDatabase;

/**
 * A generated register's events that Kafka has, tree, lives, five years of grades and their corrections, from the moment the inbox of
 * reporting-service may begin until the last fact is committed, beside the bare COPY of the same fact rows. Counted are rows of
 * facts; the tree, and what the inbox keeps beside the facts, are its own affair.
 */
final class LoadBenchmark implements Benchmark {
    static final String SCALE = "0.05";
    private static final long SECONDS_AT_MOST = 1_200;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        double scale = NationDatabase.scale("tusoi.bench.scale", SCALE);
        try (var servers = OwnServers.start()) {
            RegisterInKafka register = RegisterInKafka.send(servers, scale);
            ServiceDatabase database = servers.database("reporting");
            double taken = takenSeconds(servers, database, register);
            against("load.facts." + register.nation().size().members(), servers, database, taken, results);
        }
    }

    private static double takenSeconds(OwnServers servers, ServiceDatabase database, RegisterInKafka register)
            throws SQLException {
        try (var lock = new InboxLock(servers.postgres().connect(database.name()));
                var service = FollowingService.start(servers, database)) {
            lock.release();
            double taken = Rounds.secondsUntil(
                    System.nanoTime(), SECONDS_AT_MOST, () -> service.applied() >= register.events());
            System.err.printf(
                    Locale.ROOT,
                    "  %,d events taken in %.1f s, %,.0f a second%n",
                    register.events(),
                    taken,
                    register.events() / taken);
            return taken;
        }
    }

    /** Beside both forms of COPY: as it is by default, and as the inbox itself writes. */
    static void against(
            String name, OwnServers servers, ServiceDatabase database, double taken, Consumer<Measure> results)
            throws Exception {
        for (String form : new String[] {"text", "binary"}) {
            try (var facts = new FactCopy(servers.postgres().connect(database.name()), servers.folder(), form)) {
                double copied = facts.copySeconds();
                System.err.printf(
                        Locale.ROOT, "  %,d rows of facts in %.1f s by COPY as %s%n", facts.rows(), copied, form);
                results.accept(Measure.against(
                        name,
                        facts.rows() / taken,
                        "rows/s",
                        "bare COPY of the facts as " + form,
                        facts.rows() / copied,
                        "ratio at least 0.3",
                        ratio -> ratio >= 0.3));
            }
        }
    }
}
