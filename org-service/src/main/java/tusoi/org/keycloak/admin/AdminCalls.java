package tusoi.org.keycloak.admin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of Keycloak's admin interface with the token of our service account, each with a timeout. */
public class AdminCalls {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(20);

    private final KeycloakProperties keycloak;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private @Nullable Token token;

    public AdminCalls(KeycloakProperties keycloak, JsonMapper json) {
        this.keycloak = keycloak;
        this.json = json;
    }

    private record Token(String value, Instant renewAt) {}

    /** What came back; only statuses below 500 and other than 401 and 403 do. */
    public record Answer(
            int status, JsonNode body, @Nullable String location) {
        boolean isGood() {
            return status / 100 == 2;
        }

        /** The id of what was made. */
        String madeId() {
            return location == null ? body.path("id").asString() : location.substring(location.lastIndexOf('/') + 1);
        }
    }

    public Answer get(String path) {
        return call(path, request -> request.GET());
    }

    public Answer delete(String path) {
        return call(path, request -> request.DELETE());
    }

    public Answer post(String path, Object body) {
        String text = json.writeValueAsString(body);
        return call(path, request -> request.POST(BodyPublishers.ofString(text)));
    }

    public Answer put(String path, @Nullable Object body) {
        String text = body == null ? "" : json.writeValueAsString(body);
        return call(path, request -> request.PUT(BodyPublishers.ofString(text)));
    }

    public static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private interface Method {
        HttpRequest.Builder on(HttpRequest.Builder request);
    }

    private Answer call(String path, Method method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(keycloak.uri() + "/admin/realms/" + keycloak.realm() + path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token());
        HttpResponse<String> response = send(method.on(request).build());
        int status = response.statusCode();
        if (status == 401 || status == 403 || status >= 500) {
            forgetToken();
            throw new KeycloakUnavailable(path.replaceAll("[?].*", "") + " answers " + status);
        }
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .map(type -> type.contains("json"))
                .orElse(false);
        return new Answer(
                status,
                isJson && !response.body().isEmpty() ? json.readTree(response.body()) : json.createObjectNode(),
                response.headers().firstValue("Location").orElse(null));
    }

    private synchronized void forgetToken() {
        token = null;
    }

    private synchronized String token() {
        Token known = token;
        if (known == null || Instant.now().isAfter(known.renewAt())) {
            known = fetch();
            token = known;
        }
        return known.value();
    }

    private Token fetch() {
        HttpResponse<String> response = send(HttpRequest.newBuilder(
                        URI.create(keycloak.uri() + "/realms/" + keycloak.realm() + "/protocol/openid-connect/token"))
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=org-service&client_secret="
                        + encoded(keycloak.clientSecret())))
                .build());
        if (response.statusCode() != 200) {
            throw new KeycloakUnavailable("The service account gets no token: " + response.statusCode());
        }
        JsonNode body = json.readTree(response.body());
        long seconds = body.path("expires_in").asLong();
        return new Token(
                body.path("access_token").asString(),
                Instant.now().plusSeconds(seconds).minus(RENEW_BEFORE));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new KeycloakUnavailable("No answer from " + request.uri().getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakUnavailable("Stopped while waiting", e);
        }
    }
}
