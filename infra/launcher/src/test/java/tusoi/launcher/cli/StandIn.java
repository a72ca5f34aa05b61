package tusoi.launcher.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.parts.Ports;

/** Answers where an installation's gateway and Keycloak would, as it is told, so that commands can be run as from a terminal. */
final class StandIn implements AutoCloseable {
    static final Answer SIGNED_IN = new Answer(200, "{\"access_token\":\"t0ken\",\"expires_in\":300}");

    private final Path home;
    private final int base;
    private final List<HttpServer> servers = new ArrayList<>();
    private final Map<String, Supplier<Answer>> answers = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    record Answer(int status, String body) {}

    /** What a command printed and how it ended. */
    record Ended(int code, String out, String errors) {}

    StandIn(Path home) throws IOException {
        this.home = home;
        this.base = free(home);
        Files.writeString(home.resolve("demo-users.json"), """
                [{"username": "quantri", "password": "secret", "subject": "s", "role": "REGISTER_ADMINISTRATOR", "unit": "u"}]
                """);
        on("POST /realms/tusoi/protocol/openid-connect/token", SIGNED_IN);
        serve(base);
        serve(keycloak(base));
    }

    private static int free(Path home) {
        var port = Ports.free();
        return Ports.isFree(new Layout(home, home, port).port("keycloak")) ? port : free(home);
    }

    private int keycloak(int of) {
        return new Layout(home, home, of).port("keycloak");
    }

    private void serve(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        servers.add(server);
    }

    /** To all that begin so; the latest that fits counts. */
    void on(String request, Answer answer) {
        on(request, () -> answer);
    }

    void on(String request, int status, String body) {
        on(request, new Answer(status, body));
    }

    void on(String request, Supplier<Answer> answer) {
        answers.remove(request);
        answers.put(request, answer);
    }

    /** With their bodies. */
    List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(request + (body.isEmpty() ? "" : " " + body));
        var found = found(request);
        var answer = found == null
                ? new Answer(404, "{\"code\":\"not-found\",\"detail\":\"It was not found\"}")
                : found.get();
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private @Nullable Supplier<Answer> found(String request) {
        synchronized (answers) {
            return answers.entrySet().stream()
                    .filter(one -> request.startsWith(one.getKey()))
                    .reduce((_, later) -> later)
                    .map(Map.Entry::getValue)
                    .orElse(null);
        }
    }

    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    /** As {@code ./tusoi} does with these words; on this thread. */
    Ended run(String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--home", home.toString(), "--port-base", Integer.toString(base)));
        var out = System.out;
        var errors = System.err;
        var printed = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        var told = new StringWriter();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            var launcher = Launcher.commandLine();
            launcher.setErr(new PrintWriter(told, true));
            var code = launcher.execute(arguments.toArray(String[]::new));
            return new Ended(
                    code, printed.toString(StandardCharsets.UTF_8), told + complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(errors);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
