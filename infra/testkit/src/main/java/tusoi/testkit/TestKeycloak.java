package tusoi.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tusoi.launcher.parts.KeycloakServer;
import tusoi.launcher.parts.Lifetime;
import tusoi.launcher.parts.Parts;
import tusoi.launcher.parts.Ports;
import tusoi.launcher.parts.Says;
import tusoi.launcher.parts.ServiceDatabase;

/** A real Keycloak with the realm {@code tusoi}; the first one on a machine takes a minute, later ones 10 seconds. */
public final class TestKeycloak implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String ADMIN_PASSWORD = "test-admin";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final KeycloakServer server;

    TestKeycloak(Path home, ServiceDatabase database) {
        this.server = new KeycloakServer(
                Parts.fromProperty(),
                new KeycloakServer.Settings(
                        home,
                        Ports.free(),
                        Ports.free(),
                        database,
                        ADMIN_PASSWORD,
                        Path.of(System.getProperty("tusoi.root"), "infra/keycloak/tusoi-realm.json"),
                        Lifetime.WITH_PARENT,
                        home.resolve("keycloak.log")),
                Says.NOTHING);
    }

    public String url() {
        return server.url();
    }

    public String issuer() {
        return url() + "/realms/tusoi";
    }

    public String jwks() {
        return issuer() + "/protocol/openid-connect/certs";
    }

    /** Makes a user with that password and returns the subject. */
    public String createUser(String username, String password) {
        var user = Map.of("username", username, "enabled", true, "credentials", new Object[] {
            Map.of("type", "password", "value", password, "temporary", false)
        });
        var location = admin("/users").POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(user)));
        var created = send(location.header("Content-Type", "application/json").build(), 201)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return created.substring(created.lastIndexOf('/') + 1);
    }

    /** Gives the confidential client this secret and this one redirect address, such as {@code http://127.0.0.1:21000/*}. */
    public void settleClient(String clientId, String secret, String redirectUri) {
        var found = JSON.readTree(
                send(admin("/clients?clientId=" + clientId).GET().build(), 200).body());
        var client = (ObjectNode) found.get(0);
        client.put("secret", secret);
        client.putArray("redirectUris").add(redirectUri);
        ((ObjectNode) client.path("attributes")).put("post.logout.redirect.uris", redirectUri);
        send(
                admin("/clients/" + client.path("id").asString())
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(client.toString()))
                        .build(),
                204);
    }

    /** An access token by direct grant of the client {@code tusoi-cli}. */
    public String token(String username, String password) {
        return accessToken("tusoi", "tusoi-cli", username, password);
    }

    public void start() {
        server.start();
    }

    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.kill();
    }

    private HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create(url() + "/admin/realms/tusoi" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + accessToken("master", "admin-cli", "admin", ADMIN_PASSWORD));
    }

    private String accessToken(String realm, String client, String username, String password) {
        var form = Map.of("grant_type", "password", "client_id", client, "username", username, "password", password);
        var request = HttpRequest.newBuilder(URI.create(url() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        return JSON.readTree(send(request, 200).body()).path("access_token").asString();
    }

    private HttpResponse<String> send(HttpRequest request, int expected) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new IllegalStateException(
                        request.uri() + " answers " + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
