package tusoi.platform.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;
import tusoi.launcher.parts.ServiceDatabase;
import tusoi.testkit.Servers;
import tusoi.testkit.ServiceProperties;
import tusoi.testkit.TestKafka;

/** Starts the platform's data half as a service has it, without the web half. */
public final class DataHalf {
    private final Map<String, Object> properties = new HashMap<>();
    private final Class<?>[] configurations;

    private DataHalf(Class<?>... configurations) {
        this.configurations = configurations;
    }

    /** On a fresh database and the shared broker. */
    public static DataHalf of(String service, Class<?>... configurations) {
        return new DataHalf(configurations)
                .with("spring.config.import", "classpath:tusoi-platform.yaml")
                .with("tusoi.service", service)
                .on(Servers.postgres().database(service))
                .on(Servers.kafka());
    }

    public DataHalf with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    public DataHalf on(ServiceDatabase database) {
        var kafka = properties.get("TUSOI_KAFKA");
        properties.putAll(ServiceProperties.properties(database, String.valueOf(kafka)));
        return this;
    }

    public DataHalf on(TestKafka kafka) {
        return with("TUSOI_KAFKA", kafka.bootstrap());
    }

    public ConfigurableApplicationContext start() {
        var sources =
                Stream.concat(Stream.of(Data.class), Stream.of(configurations)).toArray(Class<?>[]::new);
        var application = new SpringApplication(sources);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(properties);
        application.setRegisterShutdownHook(false);
        return application.run();
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Packages.class)
    @ImportAutoConfiguration({
        MetricsAutoConfiguration.class,
        CompositeMeterRegistryAutoConfiguration.class,
        SimpleMetricsExportAutoConfiguration.class
    })
    static class Data {}

    /** The data half's own auto-configurations; they are closed to other packages. */
    static final class Packages implements DeferredImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata metadata) {
            return Stream.of(
                            "persistence.Persistence",
                            "time.Time",
                            "outbox.Outbox",
                            "inbox.Inbox",
                            "audit.Audit",
                            "counts.Counts")
                    .map(name -> "tusoi.platform." + name + "AutoConfiguration")
                    .toArray(String[]::new);
        }
    }
}
