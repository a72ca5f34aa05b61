package tusoi.example;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.LatestProjection;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.MigrationModule;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.security.ActorIds;
import tusoi.platform.security.CallerSubject;
import tusoi.platform.security.Operators;
import tusoi.testkit.Servers;
import tusoi.testkit.ServiceProperties;

/** A service that follows the shop's orders, has operators, and a fault that can be put right. Its table refuses 13 pieces for ever. */
record FollowingService(ConfigurableApplicationContext context, Http http) implements AutoCloseable {
    static final UUID SOMEBODY = account("somebody");

    static FollowingService start(String name, String topic, Map<String, Object> more) {
        var properties = ServiceProperties.properties(
                Servers.postgres().database(name), Servers.kafka().bootstrap());
        properties.put("spring.config.import", "classpath:tusoi-platform.yaml");
        properties.put("tusoi.service", name);
        properties.put("tusoi.inbox.topics", topic);
        properties.put("tusoi.inbox.topic-check", "200ms");
        properties.putAll(more);
        var application = new SpringApplication(Beans.class);
        application.setDefaultProperties(properties);
        application.setRegisterShutdownHook(false);
        var context = application.run();
        return new FollowingService(context, Http.of(context));
    }

    static UUID account(String subject) {
        return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
    }

    AtomicBoolean isFaulty() {
        return context.getBean(AtomicBoolean.class);
    }

    JdbcClient asLoader() {
        return context.getBean("loaderJdbcClient", JdbcClient.class);
    }

    Watermarks watermarks() {
        return context.getBean(Watermarks.class);
    }

    /** Version and pieces of an order, as they stand. */
    List<String> versions(UUID order) {
        return asLoader()
                .sql("select version || ' ' || pieces from desk.order_version where order_id = ? order by version")
                .param(order)
                .query(String.class)
                .list();
    }

    List<String> audit(UUID letter) {
        return asLoader()
                .sql("select action || ' ' || actor from platform.audit_entry where subject_id = ? order by id")
                .param(letter)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Beans {
        @Bean
        MigrationModule deskMigrations() {
            return new MigrationModule("desk", "classpath:db/desk", 100);
        }

        @Bean
        AtomicBoolean faulty() {
            return new AtomicBoolean();
        }

        @Bean
        ActorIds actorIds(CallerSubject caller) {
            return () -> caller.current().map(FollowingService::account).orElse(ActorIds.SYSTEM);
        }

        @Bean
        Operators operators(CallerSubject caller) {
            return () -> {
                if (!caller.current().equals(Optional.of("somebody"))) {
                    throw ProblemException.lacksRight("AUDIT_READ");
                }
            };
        }

        @Bean
        Projection orders(@Loader JdbcClient jdbc, AtomicBoolean faulty) {
            return new Orders(jdbc, faulty);
        }

        @Bean
        LatestProjection names(@Loader JdbcClient jdbc, AtomicBoolean faulty) {
            return new Names(jdbc, faulty);
        }
    }

    /** As long as it is faulty it cannot do even versions. */
    private record Orders(JdbcClient jdbc, AtomicBoolean faulty) implements Projection {
        @Override
        public Set<String> types() {
            return Set.of("shop.order-placed.v1");
        }

        @Override
        public void apply(List<ReceivedEvent> events) {
            if (faulty.get() && events.stream().anyMatch(event -> event.version() % 2 == 0)) {
                throw new IllegalStateException("even versions are not thought of");
            }
            jdbc.sql("insert into desk.order_version select * from unnest(?, ?, ?, ?)")
                    .param(SqlArrays.of("uuid", events, ReceivedEvent::aggregateId))
                    .param(SqlArrays.of("int8", events, ReceivedEvent::version))
                    .param(SqlArrays.of(
                            "int8", events, event -> event.data().get("pieces").asLong()))
                    .param(SqlArrays.of(
                            "timestamptz", events, event -> event.recordedAt().atOffset(ZoneOffset.UTC)))
                    .update();
        }

        @Override
        public void clear() {
            jdbc.sql("truncate desk.order_version").update();
        }
    }

    private record Names(JdbcClient jdbc, AtomicBoolean faulty) implements LatestProjection {
        @Override
        public String topic() {
            return "registry.names";
        }

        @Override
        public void apply(Map<String, @Nullable JsonNode> latest) {
            if (faulty.get()) {
                throw new IllegalStateException("names are not thought of");
            }
            latest.forEach((key, value) -> {
                jdbc.sql("delete from desk.name where key = ?").param(key).update();
                if (value != null) {
                    jdbc.sql("insert into desk.name values (?, ?)")
                            .param(key)
                            .param(value.get("name").asString())
                            .update();
                }
            });
        }

        @Override
        public void clear() {
            jdbc.sql("truncate desk.name").update();
        }
    }
}
