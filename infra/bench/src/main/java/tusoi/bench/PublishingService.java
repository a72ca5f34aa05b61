package tusoi.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;

/** A service that does nothing but publish: the platform's data half with its relay, on a database of its own. */
final class PublishingService implements AutoCloseable {
    static final String TOPIC = "shop.events";
    private static final int AGGREGATES = 5_000;
    private static final int LINES = 9;

    private final ConfigurableApplicationContext context;
    private final AtomicInteger published = new AtomicInteger();
    private final Random random = new Random(1);

    private PublishingService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static PublishingService start(OwnServers servers) {
        var context = new SpringApplicationBuilder(DataHalf.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(Stream.concat(
                                Stream.of(servers.arguments(servers.database("shop"))),
                                Stream.of("--spring.config.name=tusoi-platform", "--tusoi.service=shop"))
                        .toArray(String[]::new));
        var service = new PublishingService(context);
        // The relay makes its topics; they are there once it has sent something.
        service.publish(1);
        Rounds.secondsUntil(System.nanoTime(), () -> service.sent() >= 1);
        return service;
    }

    /** In one transaction, so that the relay has nothing before it has all. */
    void publish(int rows) {
        var outbox = context.getBean(Outbox.class);
        context.getBean("transactionTemplate", TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> IntStream.range(0, rows).forEach(_ -> outbox.publish(event(published.getAndIncrement()))));
    }

    /** How many rows the relay has sent and marked. */
    double sent() {
        return context.getBean(MeterRegistry.class)
                .get("tusoi.outbox.sent")
                .counter()
                .count();
    }

    private OutgoingEvent event(int number) {
        var order = new UUID(0x01900000_0000_7000L, Long.MIN_VALUE | (number % AGGREGATES));
        var lines = IntStream.range(0, LINES).mapToObj(_ -> line()).toList();
        Map<String, Object> data = Map.of("orderId", order, "lines", lines);
        return new OutgoingEvent("shop.order-placed.v1", order.toString(), order, 1 + number / AGGREGATES, data);
    }

    private Map<String, Object> line() {
        return Map.of("article", new UUID(random.nextLong(), random.nextLong()), "pieces", random.nextInt(1, 100));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Packages.class)
    static class DataHalf {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    /** The data half's own auto-configurations; they are closed to other packages. */
    static final class Packages implements DeferredImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata metadata) {
            return List.of("persistence.Persistence", "time.Time", "outbox.Outbox").stream()
                    .map(name -> "tusoi.platform." + name + "AutoConfiguration")
                    .toArray(String[]::new);
        }
    }
}
