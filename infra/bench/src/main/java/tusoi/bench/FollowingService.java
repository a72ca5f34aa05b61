package tusoi.bench;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tusoi.launcher.parts.ServiceDatabase;
import tusoi.reporting.ReportingApplication;

/** Reporting-service as it runs, in this JVM. */
record FollowingService(ConfigurableApplicationContext context) implements AutoCloseable {
    static FollowingService start(OwnServers servers, ServiceDatabase database) {
        return new FollowingService(new SpringApplicationBuilder(ReportingApplication.class)
                .registerShutdownHook(false)
                .run(Stream.concat(
                                Stream.of(servers.arguments(database)),
                                Stream.of("--logging.level.org.springdoc=error"))
                        .toArray(String[]::new)));
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

    @Override
    public void close() {
        context.close();
    }
}
