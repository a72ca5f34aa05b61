package tusoi.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tusoi.gateway.TestGateway;
import tusoi.launcher.parts.Ports;
import tusoi.testkit.Servers;

/** The built web app, the gateway and a real Keycloak in Chromium; behind the gateway stand fixed answers. */
class WebAppTest {
    private static final Path BUILT = Path.of("web/dist");
    private static final String PASSWORD = "a long enough password";

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(Chromium.isInstalled(), "Chromium is missing: apt-get install chromium");
        assumeTrue(Files.exists(BUILT.resolve("index.html")), "the web app is not built");
    }

    @Test
    void figuresCanBeReadFromSignInToSignOut() {
        var port = Ports.free();
        var keycloak = Servers.keycloak();
        keycloak.settleClient("gateway", "the-secret", "http://127.0.0.1:" + port + "/*");
        keycloak.createUser("browser-" + port, PASSWORD);
        try (var services = new FixtureServer();
                var gateway = TestGateway.on(Servers.postgres().database("gateway"))
                        .with("TUSOI_ISSUER", keycloak.issuer())
                        .with("TUSOI_GATEWAY_CLIENT_SECRET", "the-secret")
                        .with("TUSOI_ORG_URI", services.uri())
                        .with("TUSOI_REVIEW_URI", services.uri())
                        .with("TUSOI_REPORTING_URI", services.uri())
                        .with("tusoi.gateway.files", BUILT.toUri())
                        .with("tusoi.gateway.timeout", "20s")
                        .start(port);
                var chromium = new Chromium();
                var journey = new FiguresJourney(chromium.browser(), gateway.uri(""), Path.of("target/browser/app"))) {
            journey.signIn("browser-" + port, PASSWORD);
            journey.pickUnit("binh thuy", "Đảng bộ quận Bình Thủy");
            Steps.through(journey);
            assertThat(journey.printed("member.count")).isEqualTo(5540);
            journey.followsAWardThroughTheReform("CR.LB", "Đảng bộ phường Lê Bình", "Đảng bộ phường Cái Răng");
            journey.signOut();
            assertThat(journey.complaints()).isEmpty();
        }
    }
}
