package tusoi.bench;

import java.sql.SQLException;
import java.util.function.Consumer;
import tusoi.launcher.parts.ServiceDatabase;

/**
 * 100,000 events that Kafka has, from the moment the inbox of reporting-service may begin until the last fact is committed,
 * beside a bare COPY of the same fact rows into tables of the same shape, indexes included. Counted are rows of facts; what
 * the inbox keeps beside them (positions, seen events, versions) is its own affair.
 */
final class InboxBenchmark implements Benchmark {
    private static final int EVENTS = Integer.getInteger("tusoi.bench.rows", 100_000);

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        var rounds = new Rounds("inbox.facts");
        try (var servers = OwnServers.start()) {
            new MadeUpEvents(servers.kafka()).send(EVENTS);
            for (int round = 0; round < Rounds.COUNT; round++) {
                ServiceDatabase database = servers.database("reporting");
                double taken = takenSeconds(servers, database);
                try (var facts = new FactCopy(servers.postgres().connect(database.name()), servers.folder(), "text")) {
                    double copied = facts.copySeconds();
                    rounds.add(facts.rows() / taken, facts.rows() / copied);
                }
                servers.postgres().dropDatabase(database.name());
            }
        }
        results.accept(rounds.atLeast(0.3, "bare COPY of the facts"));
    }

    private static double takenSeconds(OwnServers servers, ServiceDatabase database) throws SQLException {
        try (var lock = new InboxLock(servers.postgres().connect(database.name()));
                var service = FollowingService.start(servers, database)) {
            lock.release();
            return Rounds.secondsUntil(System.nanoTime(), () -> service.applied() >= EVENTS);
        }
    }
}
