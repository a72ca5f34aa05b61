package tusoi.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tusoi.platform.persistence.DataHalf;
import tusoi.testkit.Servers;

class RelayTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void whatIsCommittedReachesKafkaAndWhatIsRolledBackDoesNot() {
        try (var shop = new Shop(DataHalf.of("sold").start())) {
            var kept = UUID.randomUUID();
            var dropped = UUID.randomUUID();
            shop.app().executeWithoutResult(status -> {
                shop.place(dropped, 1);
                status.setRollbackOnly();
            });
            shop.order(kept, 1, 3);
            await().atMost(SOON).until(() -> shop.pending() == 0);
            var log = TopicLog.read(Servers.kafka().bootstrap(), "sold.events");
            assertThat(TopicLog.firstVersionsByKey(log))
                    .containsOnlyKeys(kept.toString())
                    .containsEntry(kept.toString(), List.of(1L, 2L, 3L));
            var first = log.getFirst();
            assertThat(TopicLog.header(first, "ce_type")).isEqualTo("shop.order-placed.v1");
            assertThat(TopicLog.header(first, "ce_source")).isEqualTo("/sold-service");
            assertThat(new String(first.value())).contains("\"pieces\":1");
        }
    }

    @Test
    void fiftyThousandRowsGoOutInOrder() {
        var half = DataHalf.of("bulk");
        try (var writer = new Shop(half.with("tusoi.outbox.enabled", false).start())) {
            var orders =
                    IntStream.range(0, 500).mapToObj(i -> UUID.randomUUID()).toList();
            LongStream.rangeClosed(1, 100).forEach(version -> writer.app()
                    .executeWithoutResult(status -> orders.forEach(order -> writer.place(order, version))));
            var start = System.nanoTime();
            try (var shop = new Shop(half.with("tusoi.outbox.enabled", true).start())) {
                await().atMost(Duration.ofSeconds(60)).until(() -> shop.pending() < 50_000);
                var first = System.nanoTime();
                var left = shop.pending();
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> shop.pending() == 0);
                System.out.printf(
                        "relay: %d rows in %d ms (start %d ms)%n",
                        left, (System.nanoTime() - first) / 1_000_000, (first - start) / 1_000_000);
            }
            var versions =
                    TopicLog.firstVersionsByKey(TopicLog.read(Servers.kafka().bootstrap(), "bulk.events"));
            assertThat(versions).hasSize(500).allSatisfy((key, seen) -> assertThat(seen)
                    .isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList()));
        }
    }
}
