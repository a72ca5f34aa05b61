package tusoi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tusoi.testkit.Servers;

/** What is held back: too many requests, and requests to a service that fails. */
class LimitsTest {
    @Test
    void whoAsksTooOftenWaitsAndOthersDoNot() {
        try (var org = new StubService();
                var gateway = TestGateway.on(Servers.postgres().database("gateway"))
                        .service("org", org)
                        .with("TUSOI_RATE_PER_SECOND", 1)
                        .with("TUSOI_RATE_BURST", 5)
                        .start()) {
            var answers =
                    IntStream.range(0, 8).mapToObj(i -> asked(gateway, "one")).toList();

            assertThat(answers.subList(0, 5)).allMatch(it -> it.statusCode() == 200);
            var refused = answers.getLast();
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("\"code\":\"too-many-requests\"");
            assertThat(asked(gateway, "another").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void manyMadeUpTokensFromOneAddressAreHeldBackToo() {
        try (var org = new StubService();
                var gateway = TestGateway.on(Servers.postgres().database("gateway"))
                        .service("org", org)
                        .with("TUSOI_RATE_ADDRESS_PER_SECOND", 1)
                        .with("TUSOI_RATE_ADDRESS_BURST", 5)
                        .start()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> asked(gateway, "token-" + i))
                    .toList();

            assertThat(answers.getLast().statusCode()).isEqualTo(429);
        }
    }

    @Test
    void failingServiceIsLeftAloneUntilItAnswersAgain() {
        try (var org = new StubService();
                var reporting = new StubService();
                var gateway = TestGateway.on(Servers.postgres().database("gateway"))
                        .service("org", org)
                        .service("reporting", reporting)
                        .start()) {
            org.stop();
            var refusals =
                    IntStream.range(0, 12).mapToObj(i -> asked(gateway, "one")).toList();
            assertThat(refusals).allMatch(it -> it.statusCode() == 503);
            assertThat(details(refusals)).anyMatch(it -> it.contains("did not answer of late"));

            assertThat(gateway.browser()
                            .get("/api/reporting/v1/figures", "Authorization", "Bearer one")
                            .statusCode())
                    .isEqualTo(200);

            org.restart();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(asked(gateway, "one").statusCode()).isEqualTo(200));
        }
    }

    private static HttpResponse<String> asked(TestGateway gateway, String token) {
        return gateway.browser().get("/api/org/v1/units", "Authorization", "Bearer " + token);
    }

    private static List<String> details(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::body).toList();
    }
}
