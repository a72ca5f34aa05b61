package tusoi.platform.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.MigrationModule;
import tusoi.platform.persistence.SqlArrays;

/** A service under test that follows the shop's orders. The table refuses 13 pieces. */
record Desk(ConfigurableApplicationContext context) implements AutoCloseable {
    List<String> rows() {
        return jdbc().sql("""
                        select order_id || ' ' || version || ' ' || pieces || ' ' || recorded_at
                        from desk.order_version order by 1
                        """).query(String.class).list();
    }

    long count() {
        return jdbc().sql("select count(*) from desk.order_version")
                .query(Long.class)
                .single();
    }

    JdbcClient jdbc() {
        return context.getBean("loaderJdbcClient", JdbcClient.class);
    }

    Instant completeThrough() {
        return context.getBean(Watermarks.class).completeThrough();
    }

    DeadLetters deadLetters() {
        return context.getBean(DeadLetters.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        MigrationModule deskMigrations() {
            return new MigrationModule("desk", "classpath:db/desk", 100);
        }

        @Bean
        Projection orders(@Loader JdbcClient jdbc) {
            return new Orders(jdbc);
        }
    }

    record Orders(JdbcClient jdbc) implements Projection {
        @Override
        public Set<String> types() {
            return Set.of("shop.order-placed.v1");
        }

        @Override
        public void apply(List<ReceivedEvent> events) {
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

    record Names(JdbcClient jdbc, String topic) implements LatestProjection {
        @Override
        public void apply(Map<String, @Nullable JsonNode> latest) {
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
    }
}
