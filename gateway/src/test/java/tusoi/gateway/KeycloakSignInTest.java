package tusoi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.parts.Ports;
import tusoi.testkit.Servers;
import tusoi.testkit.TestKeycloak;

/** The way through the real Keycloak with this repository's realm: form, code, tokens, and the end of both sessions. */
class KeycloakSignInTest {
    private static final String PASSWORD = "a long enough password";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private static TestKeycloak keycloak;
    private static StubService org;
    private static TestGateway gateway;
    private static String username;
    private static String subject;

    @BeforeAll
    static void start() {
        var port = Ports.free();
        keycloak = Servers.keycloak();
        keycloak.settleClient("gateway", "the-secret", "http://127.0.0.1:" + port + "/*");
        username = "can-bo-" + port;
        subject = keycloak.createUser(username, PASSWORD);
        org = new StubService();
        gateway = TestGateway.on(Servers.postgres().database("gateway"))
                .service("org", org)
                .with("TUSOI_ISSUER", keycloak.issuer())
                .with("TUSOI_JWKS", keycloak.jwks())
                .with("TUSOI_KEYCLOAK_URI", keycloak.url())
                .with("TUSOI_GATEWAY_CLIENT_SECRET", "the-secret")
                .start(port);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        org.close();
    }

    @Test
    void tokenOfTheSignedInPersonGoesToTheServiceUntilSignOut() {
        var browser = gateway.browser();

        var back = signIn(browser);
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(browser.get("/api/session").body()).contains("\"username\":\"" + username + "\"");
        browser.get("/api/org/v1/me");
        var token = org.last().header("Authorization").getFirst();
        var claims =
                JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
        assertThat(claims.path("sub").asString()).isEqualTo(subject);
        assertThat(claims.path("iss").asString()).isEqualTo(keycloak.issuer());
        assertThat(claims.path("aud").toString()).contains("tusoi");

        var left = browser.post("/logout", "", browser.pageToken());
        var end = JsonMapper.shared().readTree(left.body()).path("location").asString();
        var ended = browser.get(end);
        assertThat(ended.statusCode()).isEqualTo(302);
        assertThat(ended.headers().firstValue("Location").orElseThrow()).isEqualTo(gateway.uri("/"));
        assertThat(browser.get("/api/org/v1/me").statusCode()).isEqualTo(401);
        var asked = browser.get(locationOf(browser.get("/oauth2/authorization/keycloak")));
        assertThat(asked.body()).as("Keycloak asks for the password again").contains("password");
    }

    @Test
    void wrongPasswordOpensNothing() {
        var browser = gateway.browser();

        var answer = submit(browser, "not the password at all");

        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(browser.get("/api/session").body()).contains("\"authenticated\":false");
    }

    private static HttpResponse<String> signIn(Browser browser) {
        return browser.get(locationOf(submit(browser, PASSWORD)));
    }

    private static HttpResponse<String> submit(Browser browser, String password) {
        var page = browser.get(locationOf(browser.get("/oauth2/authorization/keycloak")));
        var form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        return browser.post(
                form.group(1).replace("&amp;", "&"),
                "username=" + username + "&password=" + URLEncoder.encode(password, UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static String locationOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
