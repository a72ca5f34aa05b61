package tusoi.example;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tusoi.platform.persistence.MigrationModule;
import tusoi.testkit.Servers;
import tusoi.testkit.ServiceProperties;

/** Runs on the shared servers and a database of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ThingController.class)
class ExampleService {
    static ConfigurableApplicationContext start(Map<String, Object> more) {
        var properties = ServiceProperties.properties(
                Servers.postgres().database("example"), Servers.kafka().bootstrap());
        properties.put("spring.config.import", "classpath:tusoi-platform.yaml");
        properties.put("tusoi.service", "example");
        properties.putAll(more);
        var application = new SpringApplication(ExampleService.class);
        application.setDefaultProperties(properties);
        application.setRegisterShutdownHook(false);
        return application.run();
    }

    @Bean
    MigrationModule exampleMigrations() {
        return new MigrationModule("example", "classpath:db/example", 100);
    }

    @Bean
    Things things() {
        return new Things(new AtomicInteger(), new CountDownLatch(1));
    }

    /** What tests watch: how often a thing was made, and what a slow one waits for. */
    record Things(AtomicInteger made, CountDownLatch goOn) {}
}
