package tusoi.launcher.installation;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.parts.PartFailed;

/** Signs in at Keycloak by direct grant, as the command line does. */
final class SignIn {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI tokens;

    record Answer(String accessToken, long expiresInSeconds) {}

    SignIn(String issuer) {
        this.tokens = URI.create(issuer + "/protocol/openid-connect/token");
    }

    Answer withPassword(String username, String password) {
        var form =
                Map.of("grant_type", "password", "client_id", "tusoi-cli", "username", username, "password", password);
        var request = HttpRequest.newBuilder(tokens)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new PartFailed("Keycloak does not sign " + username + " in: " + why(response));
            }
            var body = JSON.readTree(response.body());
            return new Answer(
                    body.path("access_token").asString(),
                    body.path("expires_in").asLong());
        } catch (IOException e) {
            throw new PartFailed("Keycloak does not answer at " + tokens + ": is it up? (./tusoi up)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while signing in", e);
        } catch (JacksonException none) {
            throw new PartFailed("what answers at " + tokens + " is not Keycloak", none);
        }
    }

    private static String why(HttpResponse<String> refusal) {
        try {
            var told = JSON.readTree(refusal.body());
            return told.path("error_description")
                    .asString(told.path("error").asString("status " + refusal.statusCode()));
        } catch (JacksonException none) {
            return "status " + refusal.statusCode();
        }
    }
}
