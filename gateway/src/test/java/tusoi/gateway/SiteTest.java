package tusoi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tusoi.testkit.Servers;

class SiteTest {
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.on(Servers.postgres().database("gateway")).start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void pageIsAskedForAnewEachTime() {
        for (var path : new String[] {"/", "/index.html", "/units/some-unit"}) {
            var page = gateway.browser().get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("<title>page</title>");
            assertThat(page.headers().firstValue("Cache-Control")).as(path).contains("no-cache");
        }
    }

    @Test
    void hashedFilesAreKeptForEverAndCarryNoCookie() {
        var file = gateway.browser().get("/assets/index-0a1b2c.js");

        assertThat(file.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(file.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void missingFileIsNotThePage() {
        assertThat(gateway.browser().get("/assets/index-none.js").statusCode()).isEqualTo(404);
        assertThat(gateway.browser().get("/none.png").statusCode()).isEqualTo(404);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (var path : new String[] {"/", "/assets/index-0a1b2c.js", "/api/session", "/api/org/v1/me"}) {
            var headers = gateway.browser().get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .contains("script-src 'self';", "frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).as(path).isPresent();
            assertThat(headers.firstValue("Strict-Transport-Security")).as(path).isEmpty();
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
        }
    }
}
