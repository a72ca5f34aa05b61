package tusoi.journey;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.installation.DemoUser;
import tusoi.launcher.installation.Platform;

/** Real tokens of the real Keycloak that the services have to turn away. */
final class KeycloakTokens {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Platform platform;
    private final DemoUser user;

    KeycloakTokens(Platform platform, String username) {
        this.platform = platform;
        this.user = platform.users().user(username).orElseThrow();
    }

    /** Signed by the same server, for another realm. */
    String ofAnotherIssuer() throws Exception {
        return token("master", "admin-cli", "admin", platform.secrets().get("keycloak.admin"));
    }

    /** Of the right realm and user, for a client whose tokens are not meant for the services. */
    String ofAnotherAudience() throws Exception {
        createClient("test-other-audience", Map.of(), List.of());
        return token("tusoi", "test-other-audience", user.username(), user.password());
    }

    /** Right in every way, and over after a second. */
    String ofOneSecond() throws Exception {
        var mapper = new ProtocolMapperRepresentation();
        mapper.setName("audience tusoi");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-audience-mapper");
        mapper.setConfig(Map.of("included.custom.audience", "tusoi", "access.token.claim", "true"));
        createClient("test-one-second", Map.of("access.token.lifespan", "1"), List.of(mapper));
        return token("tusoi", "test-one-second", user.username(), user.password());
    }

    private void createClient(String id, Map<String, String> attributes, List<ProtocolMapperRepresentation> mappers) {
        var client = new ClientRepresentation();
        client.setClientId(id);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(true);
        client.setAttributes(attributes);
        client.setProtocolMappers(mappers);
        try (var keycloak = Keycloak.getInstance(
                        platform.keycloakUrl(),
                        "master",
                        "admin",
                        platform.secrets().get("keycloak.admin"),
                        "admin-cli");
                var answer = keycloak.realm("tusoi").clients().create(client)) {
            if (answer.getStatus() != 201) {
                throw new IllegalStateException("Keycloak made no client " + id + ": " + answer.getStatus());
            }
        }
    }

    private String token(String realm, String client, String username, String password) throws Exception {
        var form = Map.of("grant_type", "password", "client_id", client, "username", username, "password", password);
        var request = HttpRequest.newBuilder(
                        URI.create(platform.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no token of " + realm + " for " + client + ": " + answer.body());
            }
            return JSON.readTree(answer.body()).path("access_token").asString();
        }
    }
}
