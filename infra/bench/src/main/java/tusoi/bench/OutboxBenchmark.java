package tusoi.bench;

import java.util.function.Consumer;

/**
 * 100,000 rows committed at once, from their commit until Kafka has acknowledged the last and it is marked as sent, beside a
 * bare producer that sends the same records, from memory, to a topic with the same settings.
 */
final class OutboxBenchmark implements Benchmark {
    private static final int ROWS = Integer.getInteger("tusoi.bench.rows", 100_000);

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        var rounds = new Rounds("outbox.relayed");
        try (var servers = OwnServers.start();
                var service = PublishingService.start(servers);
                var log = new TopicLog(servers.kafka(), PublishingService.TOPIC);
                var bare = new BareProducer(servers.kafka(), "bare.events", PublishingService.TOPIC)) {
            for (int round = 0; round < Rounds.COUNT; round++) {
                double wanted = service.sent() + ROWS;
                service.publish(ROWS);
                double relayed = Rounds.secondsUntil(System.nanoTime(), () -> service.sent() >= wanted);
                double sent = bare.sendSeconds(log.next(ROWS));
                rounds.add(ROWS / relayed, ROWS / sent);
            }
        }
        results.accept(rounds.atLeast(0.3, "bare KafkaProducer"));
    }
}
