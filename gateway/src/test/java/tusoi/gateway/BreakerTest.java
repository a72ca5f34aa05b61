package tusoi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tusoi.testkit.Servers;

/** A service that says when to come back is not one that fails. */
class BreakerTest {
    private static final String[] BEARER = {"Authorization", "Bearer abc.def.ghi"};

    private static StubService reporting;
    private static StubService review;
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        reporting = new StubService();
        review = new StubService();
        gateway = TestGateway.on(Servers.postgres().database("gateway"))
                .service("reporting", reporting)
                .service("review", review)
                .with("tusoi.gateway.breaker.window", 10)
                .with("tusoi.gateway.breaker.minimum-calls", 5)
                .with("tusoi.gateway.breaker.open-for", "60s")
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        reporting.close();
        review.close();
    }

    @Test
    void busyWithRetryAfterPassesHoweverOften() {
        reporting.answers(503, Map.of("Retry-After", "10"));
        for (int call = 0; call < 30; call++) {
            var answer = gateway.browser().get("/api/reporting/v1/figures?unit=BT", BEARER);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("10");
            assertThat(answer.body()).as("the service's own answer").contains("\"from\":\"service\"");
        }
        reporting.answers(200);
        assertThat(gateway.browser()
                        .get("/api/reporting/v1/figures?unit=BT", BEARER)
                        .statusCode())
                .as("no waiting once it is ready again")
                .isEqualTo(200);
    }

    @Test
    void failingOpensTheBreaker() {
        review.answers(503);
        for (int call = 0; call < 5; call++) {
            assertThat(gateway.browser().get("/api/review/v1/cycles", BEARER).body())
                    .contains("\"from\":\"service\"");
        }
        review.answers(200);
        var answer = gateway.browser().get("/api/review/v1/cycles", BEARER);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"service-unavailable\"");
    }
}
