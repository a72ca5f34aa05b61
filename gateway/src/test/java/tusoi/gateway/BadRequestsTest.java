package tusoi.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tusoi.testkit.Servers;

/** Requests that no browser makes, byte by byte: each is refused as the caller's fault, tells nothing of the inside, and reaches no service. */
class BadRequestsTest {
    private static final Pattern INSIDES =
            Pattern.compile("Exception|\\bat [a-z]+\\.[a-z]+\\.|Apache|Tomcat|<html", Pattern.CASE_INSENSITIVE);
    private static final String END = "\r\n\r\n";
    private static final int RANDOM_PATHS = 300;

    private static StubService org;
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        org = new StubService();
        gateway = TestGateway.on(Servers.postgres().database("gateway"))
                .service("org", org)
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        org.close();
    }

    static Stream<String> paths() {
        return Stream.of(
                "/api/org/v1/%00",
                "/api/org/v1/units/a%00b",
                "/api/org/v1/../../actuator/env",
                "/api/org/v1/%2e%2e/%2e%2e/%2e%2e/actuator/env",
                "/api/org/v1/..%2f..%2f..%2factuator",
                "/api/org/v1/%252e%252e/%252e%252e/actuator",
                "/api/org/v1/..;/..;/actuator/env",
                "/api/org/v1/.;x/units",
                "/api/org/v1/units;jsessionid=1",
                "/api/org/v1//units",
                "/api/org/v1/%2F%2Fevil",
                "/api/org/v1/%5c..%5c..%5cwindows",
                "/api/org/v1/%c3%28",
                "/api/org/v1/%ed%a0%80",
                "/api/org/v1/%zz",
                "/api/org/v1/%",
                "/api/org/v1/units%0d%0aX-Evil:%201",
                "/api/evil/v1/units",
                "/..%2f..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/actuator/env",
                "/actuator/heapdump",
                "//evil.example/api/org/v1/units",
                "/api/org/v1/" + "a".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aPathThatIsNoneIsRefused(String path) {
        Answer answer =
                send("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer one\r\nConnection: close" + END);
        refused(answer);
    }

    static Stream<String> requests() {
        String ask = "GET /api/org/v1/units HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer one\r\nConnection: close\r\n";
        String post = ask.replace("GET", "POST") + "Content-Type: application/json\r\n";
        return Stream.of(
                ask + "X-Large: " + "a".repeat(17_000) + END,
                ask + "X-Many: a\r\n".repeat(3_000) + "\r\n",
                ask + "Cookie: SESSION=" + "a".repeat(17_000) + END,
                ask + "No colon here" + END,
                ask + "X-Nul: a\u0000b" + END,
                ask.replace("HTTP/1.1", "HTTP/9.9") + "\r\n",
                ask.replace("GET", "G\u0001T") + "\r\n",
                ask.replace("GET", "TRACE") + "\r\n",
                ask.replace("Host: x\r\n", "") + "\r\n",
                ask.replace("Host: x\r\n", "Host: x\r\nHost: y\r\n") + "\r\n",
                ask.replace("Host: x", "Host: x y") + "\r\n",
                post + "Content-Length: -1" + END + "{}",
                post + "Content-Length: two" + END + "{}",
                post + "Content-Length: 99999999999999999999" + END + "{}",
                post + "Content-Length: 2\r\nContent-Length: 3" + END + "{}",
                post + "Content-Length: 20971520" + END,
                post + "Transfer-Encoding: nonsense" + END + "{}",
                post + "Transfer-Encoding: chunked" + END + "zz\r\n{}\r\n0\r\n\r\n",
                "nonsense" + END,
                "\u0016\u0003\u0001\u0002" + END);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestThatIsNoneIsRefused(String request) {
        refused(send(request));
    }

    @Test
    void aBodyThatGoesOnPastTheLimitIsCutOff() {
        String chunk = "100000\r\n" + "a".repeat(1 << 20) + "\r\n";
        Answer answer = send("POST /api/org/v1/units HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer one\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked" + END + chunk.repeat(12) + "0" + END);
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
    }

    @Test
    void pathsMadeUpAtRandomNeverLeaveTheApi() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("paths made up at random: -Dtusoi.seed=" + seed);
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "/",
                "..",
                ".",
                "%2e",
                "%2f",
                "%252f",
                "%5c",
                ";",
                "//",
                "%00",
                "?",
                "#",
                "units",
                "actuator",
                "%c3",
                "\\",
                "api",
                "org",
                "%0a",
                "é",
                "{",
                "|");
        for (int i = 0; i < RANDOM_PATHS; i++) {
            StringBuilder path = new StringBuilder("/api/org/v1/");
            for (int n = random.nextInt(10); n >= 0; n--) {
                path.append(pieces.get(random.nextInt(pieces.size())));
            }
            Answer answer = send(
                    "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer one\r\nConnection: close" + END);
            assertThat(answer.status()).as(path + ": " + answer.text()).isBetween(200, 499);
            assertThat(INSIDES.matcher(answer.body()).find())
                    .as(path + ": " + answer.text())
                    .isFalse();
            onlyTheApiWasAsked(path.toString());
        }
    }

    private static void onlyTheApiWasAsked(String path) {
        while (org.wasAsked()) {
            URI asked = URI.create(org.last().uri());
            String reached = asked.normalize().getPath();
            assertThat(reached).as(path).startsWith("/api/org/v1");
            assertThat(reached.split("/")).as(path).doesNotContain("..");
        }
    }

    /** 501 and 505 are what HTTP wants for a coding and a version that nobody knows. */
    private void refused(Answer answer) {
        assertThat(answer.status())
                .as(answer.text())
                .matches(status -> status / 100 == 4 || status == 501 || status == 505);
        assertThat(INSIDES.matcher(answer.body()).find()).as(answer.text()).isFalse();
        assertThat(org.wasAsked()).as(answer.text()).isFalse();
    }

    private record Answer(String text) {
        int status() {
            String[] words = text.split(" ", 3);
            return words.length > 1 && words[0].startsWith("HTTP/") ? Integer.parseInt(words[1]) : 0;
        }

        String body() {
            int end = text.indexOf(END);
            return end < 0 ? "" : text.substring(end);
        }
    }

    /** What comes back until the gateway closes or has nothing more to say. */
    private static Answer send(String request) {
        URI uri = URI.create(gateway.uri("/"));
        List<Byte> answer = new ArrayList<>();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(3_000);
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException closed) {
                // it has answered and hung up
            }
            byte[] buffer = new byte[8192];
            for (int read = read(socket, buffer); read > 0; read = read(socket, buffer)) {
                for (int i = 0; i < read; i++) {
                    answer.add(buffer[i]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = new byte[answer.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = answer.get(i);
        }
        return new Answer(new String(bytes, ISO_8859_1));
    }

    private static int read(Socket socket, byte[] buffer) {
        try {
            return socket.getInputStream().read(buffer);
        } catch (IOException closedOrSilent) {
            return -1;
        }
    }
}
