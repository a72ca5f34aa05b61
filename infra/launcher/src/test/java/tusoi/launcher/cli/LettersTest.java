package tusoi.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Ports;

/** What goes to the gateway and how its answers are read; a stand-in answers as the services' OpenAPI says. */
class LettersTest {
    private static final UUID LETTER = UUID.fromString("5d0c5d0c-0000-4000-8000-000000000001");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger looks = new AtomicInteger();
    private HttpServer gateway;
    private Letters letters;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Ports.free()), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        letters = new Letters(
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()), () -> "t0ken");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void allPagesAreRead() {
        assertThat(letters.list("org", "&state=OPEN"))
                .extracting(letter -> letter.path("id").asString())
                .containsExactly("a", "b");
        assertThat(asked)
                .containsExactly(
                        "GET /api/org/v1/dead-letters?size=200&state=OPEN Bearer t0ken null ",
                        "GET /api/org/v1/dead-letters?size=200&state=OPEN&after=n%2B1 Bearer t0ken null ");
    }

    @Test
    void aCommandCarriesTheVersionAndWaitsUntilItIsDone() {
        var sent = JsonMapper.shared().createObjectNode().put("reason", "Đã sửa");
        var letter = letters.find("review", LETTER).orElseThrow().path("letter");

        var after = letters.command("review", letter, "replay", sent);

        assertThat(after.at("/letter/state").asString()).isEqualTo("REPLAYED");
        assertThat(asked)
                .contains("POST /api/review/v1/dead-letters/" + LETTER
                        + "/replay Bearer t0ken \"4\" {\"reason\":\"Đã sửa\"}");
        assertThat(looks.get()).isEqualTo(3);
    }

    @Test
    void aLetterThatIsNotThereIsNoErrorAndARefusalIsToldWithItsReason() {
        assertThat(letters.find("org", UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> letters.list("discipline", ""))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("403")
                .hasMessageContaining("AUDIT_READ");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("If-Match") + " " + body);
        if (request.startsWith("GET /api/discipline")) {
            send(exchange, 403, "{\"code\":\"lacks-right\",\"detail\":\"The right AUDIT_READ is missing here\"}");
        } else if (request.contains("?size=200")) {
            var isLast = request.contains("after=");
            send(
                    exchange,
                    200,
                    isLast
                            ? "{\"items\":[{\"id\":\"b\"}],\"next\":null}"
                            : "{\"items\":[{\"id\":\"a\"}],\"next\":\"n+1\"}");
        } else if (request.startsWith("POST")) {
            send(exchange, 202, "{}");
        } else if (request.endsWith("/" + LETTER)) {
            var isDone = looks.incrementAndGet() == 3;
            send(exchange, 200, """
                    {"letter": {"id": "%s", "version": 4, "state": "%s", "asked": %s}}
                    """.formatted(
                            LETTER, isDone ? "REPLAYED" : "OPEN", isDone ? "null" : "\"REPLAY_ASKED\""));
        } else {
            send(exchange, 404, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
