package tusoi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tusoi.launcher.parts.ServiceDatabase;
import tusoi.testkit.Servers;

/** A browser's way through sign-in, session, page token and sign-out. */
class SignInTest {
    private StubKeycloak keycloak;
    private StubService org;
    private ServiceDatabase database;
    private TestGateway gateway;
    private Browser browser;

    @BeforeEach
    void start() {
        keycloak = new StubKeycloak();
        org = new StubService();
        database = Servers.postgres().database("gateway");
        gateway = gateway();
        browser = gateway.browser();
    }

    @AfterEach
    void stop() {
        gateway.close();
        org.close();
        keycloak.close();
    }

    private TestGateway gateway() {
        return TestGateway.on(database).keycloak(keycloak).service("org", org).start();
    }

    @Test
    void codeAndPkceLeadToASessionWhoseTokenGoesToTheService() {
        var back = browser.signIn(keycloak);

        assertThat(keycloak.authorizationRequest()).containsEntry("code_challenge_method", "S256");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location").orElseThrow()).endsWith("/");
        assertThat(browser.get("/api/session").body())
                .contains("\"authenticated\":true", "\"username\":\"can-bo\"", "\"displayName\":\"Cán Bộ\"");
        assertThat(browser.get("/api/org/v1/me").statusCode()).isEqualTo(200);
        assertThat(org.last().header("Authorization")).containsExactly("Bearer access-1");
        assertThat(org.wasAsked()).isFalse();
    }

    @Test
    void browserHoldsACookieThatScriptsCannotReadAndNoToken() {
        var back = browser.signIn(keycloak);

        var session = back.headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("TUSOI_SESSION="))
                .findFirst()
                .orElseThrow();
        assertThat(session).contains("HttpOnly", "SameSite=Lax");
        assertThat(browser.get("/api/session").body()).doesNotContain("access-1", "refresh");
    }

    @Test
    void signInGivesTheSessionANewName() {
        browser.get("/oauth2/authorization/keycloak");
        var before = browser.cookie("TUSOI_SESSION");
        browser.signIn(keycloak);

        assertThat(browser.cookie("TUSOI_SESSION")).isPresent().isNotEqualTo(before);
    }

    @Test
    void changeWithoutThePageTokenIsRefused() {
        browser.signIn(keycloak);

        var refused = browser.post("/api/org/v1/units", "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"csrf\"");
        assertThat(org.wasAsked()).isFalse();

        assertThat(browser.post("/api/org/v1/units", "{\"a\":1}", browser.pageToken())
                        .statusCode())
                .isEqualTo(200);
        assertThat(org.last().body()).asString().isEqualTo("{\"a\":1}");
    }

    @Test
    void sessionOutlivesTheGateway() {
        browser.signIn(keycloak);
        gateway.close();
        gateway = gateway();
        browser.moveTo(gateway);

        assertThat(browser.get("/api/org/v1/me").statusCode()).isEqualTo(200);
        assertThat(org.last().header("Authorization")).containsExactly("Bearer access-1");
    }

    @Test
    void tokenThatRanOutIsRefreshedOnce() {
        keycloak.tokensLast(1);
        browser.signIn(keycloak);
        keycloak.tokensLast(300);

        browser.get("/api/org/v1/me");
        assertThat(org.last().header("Authorization")).containsExactly("Bearer access-2");
        browser.get("/api/org/v1/me");
        assertThat(org.last().header("Authorization")).containsExactly("Bearer access-2");
    }

    @Test
    void sessionThatEndedAtKeycloakEndsHere() {
        keycloak.tokensLast(1);
        browser.signIn(keycloak);
        keycloak.endSession();

        var refused = browser.get("/api/org/v1/me");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"code\":\"unauthenticated\"");
        assertThat(browser.get("/api/session").body()).contains("\"authenticated\":false");
    }

    @Test
    void keycloakAwayAtARefreshIsUnavailableAndTheSessionStays() {
        keycloak.tokensLast(1);
        browser.signIn(keycloak);
        keycloak.stop();

        var refused = browser.get("/api/org/v1/me");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"code\":\"sign-in-unavailable\"");
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");

        keycloak.restart();
        assertThat(browser.get("/api/org/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void signOutEndsTheSessionHereAndSaysWhereItEndsToo() {
        browser.signIn(keycloak);

        var left = browser.post("/logout", "", browser.pageToken());

        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.body())
                .contains(
                        keycloak.issuer() + "/protocol/openid-connect/logout",
                        "id_token_hint=",
                        "post_logout_redirect_uri=");
        assertThat(browser.get("/api/org/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void failedSignInComesBackToThePage() {
        browser.get("/oauth2/authorization/keycloak");

        var back = browser.get("/login/oauth2/code/keycloak?error=access_denied&state=x");

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location").orElseThrow()).endsWith("/?sign-in=failed");
    }
}
