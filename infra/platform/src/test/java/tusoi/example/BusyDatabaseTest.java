package tusoi.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every statement and every wait for a lock has an end, and the caller is told to come again. */
class BusyDatabaseTest {
    private static ConfigurableApplicationContext service;
    private static Http http;

    @BeforeAll
    static void start() {
        service = ExampleService.start(Map.of(
                "tusoi.db.statement-timeout", "3s",
                "tusoi.db.lock-timeout", "300ms",
                "tusoi.db.loader-statement-timeout", "9m"));
        http = Http.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void statementThatTakesTooLongIsEnded() {
        mustBeBusy(http.get("/api/example/v1/sleep"));
    }

    @Test
    void lockThatIsHeldTooLongIsNotWaitedFor() {
        service.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            service.getBean(JdbcClient.class)
                    .sql("insert into example.thing (id, name) values (gen_random_uuid(), 'held')")
                    .update();
            mustBeBusy(http.post("/api/example/v1/things", "{\"name\": \"held\"}"));
            status.setRollbackOnly();
        });
        assertThat(http.post("/api/example/v1/things", "{\"name\": \"held\"}").status())
                .isEqualTo(201);
    }

    private static void mustBeBusy(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("code").asString()).isEqualTo("busy");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void loaderHasTimeForRebuilds() {
        assertThat(setting("jdbcClient", "statement_timeout")).isEqualTo("3s");
        assertThat(setting("loaderJdbcClient", "statement_timeout")).isEqualTo("9min");
        assertThat(setting("loaderJdbcClient", "lock_timeout")).isEqualTo("0");
    }

    private static String setting(String client, String name) {
        return service.getBean(client, JdbcClient.class)
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
