package tusoi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tusoi.testkit.Servers;

/** API clients with a bearer token. Keycloak is down all the time: the gateway starts and works without it. */
class ApiClientsTest {
    private static final String[] BEARER = {"Authorization", "Bearer a.b.c"};

    private static StubService org;
    private static StubService review;
    private static StubService reporting;
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        org = new StubService();
        review = new StubService();
        reporting = new StubService();
        gateway = TestGateway.on(Servers.postgres().database("gateway"))
                .with("tusoi.gateway.timeout", "500ms")
                .service("org", org)
                .service("review", review)
                .service("reporting", reporting)
                .with("TUSOI_DISCIPLINE_URI", "http://127.0.0.1:1")
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        org.close();
        review.close();
        reporting.close();
    }

    @Test
    void bearerTokenPassesAsItCame() {
        var answer = gateway.browser().get("/api/org/v1/units?q=%C4%90%E1%BA%A3ng%20b%E1%BB%99&a=b%2Bc", BEARER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"from\":\"service\"}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Tusoi-Watermark")).contains("2022-11-30T17:00:00Z");
        var seen = org.last();
        assertThat(seen.header("Authorization")).containsExactly("Bearer a.b.c");
        assertThat(seen.uri()).isEqualTo("/api/org/v1/units?q=%C4%90%E1%BA%A3ng%20b%E1%BB%99&a=b%2Bc");
    }

    @Test
    void headersThatClaimSomethingStayHere() {
        gateway.browser()
                .get(
                        "/api/org/v1/units",
                        "Authorization",
                        "Bearer a.b.c",
                        "Cookie",
                        "TUSOI_SESSION=abc",
                        "X-Forwarded-For",
                        "10.0.0.1",
                        "X-Forwarded-Host",
                        "evil.example",
                        "Forwarded",
                        "for=10.0.0.1",
                        "X-Real-IP",
                        "10.0.0.1",
                        "ce_actor",
                        "somebody",
                        "ce-id",
                        "1",
                        "If-Match",
                        "\"3\"",
                        "Idempotency-Key",
                        "k");

        var seen = org.last();
        assertThat(seen.header("If-Match")).containsExactly("\"3\"");
        assertThat(seen.header("Idempotency-Key")).containsExactly("k");
        assertThat(seen.header("traceparent")).hasSize(1);
        assertThat(seen.headers().keySet()).noneMatch(it -> it.toLowerCase(java.util.Locale.ROOT)
                .matches("cookie|.*forwarded.*|x-real-ip|ce[-_].*"));
    }

    @Test
    void clientWithATokenGetsNoSessionAndNoCookie() {
        var answer = gateway.browser().post("/api/org/v1/units", "{}", BEARER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void withoutATokenNothingPasses() {
        var answer = gateway.browser().get("/api/org/v1/me");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"unauthenticated\"");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void unknownServiceIsAProblemAndNotThePage() {
        var answer = gateway.browser().get("/api/nothing/v1/x", BEARER);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"not-found\"");
    }

    @Test
    void fileGoesThroughByteForByte() {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n\r\nđ,Đ\r\n--b--\r\n";

        gateway.browser()
                .post(
                        "/api/org/v1/imports?unit=BT",
                        body,
                        "Authorization",
                        "Bearer a.b.c",
                        "Content-Type",
                        "multipart/form-data; boundary=b");

        assertThat(new String(org.last().body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(body);
    }

    @Test
    void bodyOverTheLimitIsRefusedBeforeTheServiceHearsOfIt() {
        var answer = gateway.browser().post("/api/reporting/v1/reports", "x".repeat(10 * 1024 * 1024 + 1), BEARER);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"too-large\"");
        assertThat(reporting.wasAsked()).isFalse();
    }

    @Test
    void bodyOfUnknownLengthIsCutOffAtTheLimit() {
        var request = gateway.browser()
                .request("/api/reporting/v1/reports", BEARER)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[11 * 1024 * 1024])));

        assertThat(gateway.browser().send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void importsMayBeLarger() {
        var answer = gateway.browser().post("/api/org/v1/imports?unit=BT", "x".repeat(11 * 1024 * 1024), BEARER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(org.last().body()).hasSize(11 * 1024 * 1024);
    }

    @Test
    void slowServiceIsATimeoutProblem() {
        review.closeGate();
        try {
            var answer = gateway.browser().get("/api/review/v1/cycles", BEARER);

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("\"code\":\"service-timeout\"");
        } finally {
            review.openGate();
        }
    }

    @Test
    void serviceThatIsDownIsUnavailable() {
        var answer = gateway.browser().get("/api/discipline/v1/cases", BEARER);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("\"code\":\"service-unavailable\"", "\"remedy\"");
    }

    @Test
    void answersOfTheServiceItselfPassUnchanged() {
        org.answers(422);
        try {
            assertThat(gateway.browser().get("/api/org/v1/units", BEARER).statusCode())
                    .isEqualTo(422);
        } finally {
            org.answers(200);
        }
    }

    @Test
    void metricsAndHealthAnswer() {
        assertThat(gateway.browser().get("/actuator/health/readiness").body()).contains("UP");
        assertThat(gateway.browser().get("/actuator/prometheus").body())
                .contains("resilience4j_circuitbreaker_state", "hikaricp_connections");
        assertThat(gateway.browser().get("/actuator/env").statusCode()).isEqualTo(404);
    }
}
