package tusoi.bench;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tusoi.launcher.parts.ServiceDatabase;
import tusoi.reporting.ReportingApplication;

/** Reporting-service as it runs, in this JVM. */
record FollowingService(ConfigurableApplicationContext context) implements AutoCloseable {
    static FollowingService start(OwnServers servers, ServiceDatabase database, String... further) {
        return new FollowingService(new SpringApplicationBuilder(ReportingApplication.class)
                .registerShutdownHook(false)
                .run(Stream.of(
                                Stream.of(servers.arguments(database)),
                                Stream.of("--logging.level.org.springdoc=error"),
                                Stream.of(further))
                        .flatMap(arguments -> arguments)
                        .toArray(String[]::new)));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** How many events are committed as facts. */
    double applied() {
        return context
                .getBean(MeterRegistry.class)
                .find("tusoi.inbox.events")
                .tag("result", "applied")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** A counter's values by one of its tags. */
    Map<String, Long> counts(String name, String tag) {
        Map<String, Long> counts = new TreeMap<>();
        context.getBean(MeterRegistry.class)
                .find(name)
                .counters()
                .forEach(counter ->
                        counts.put(String.valueOf(counter.getId().getTag(tag)), Math.round(counter.count())));
        return counts;
    }

    @Override
    public void close() {
        context.close();
    }
}
