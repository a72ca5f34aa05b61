package tusoi.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The journey through the running platform with the demo's register, called by infra/journey's test or started by hand, so
 * not named as a test of this module:
 *
 * <pre>
 * ./mvnw -pl gateway test -Dtest=BrowserJourney -Dsurefire.failIfNoSpecifiedTests=false -Dweb.skip -Dweb.test.skip
 *     -Dtusoi.browser.url=http://127.0.0.1:20080 -Dtusoi.browser.user=NAME [-Dtusoi.browser.password=WORD]
 * </pre>
 *
 * Without a password it is looked up in {@code .tusoi/demo-users.json} (another file: {@code tusoi.browser.users}).
 * Pictures go to {@code target/browser}. The unit may be named by {@code tusoi.browser.unit} and {@code tusoi.browser.words}.
 */
@EnabledIfSystemProperty(named = "tusoi.browser.url", matches = "http.*", disabledReason = "the platform is not told")
public class BrowserJourney {
    @Test
    public void districtsFiguresAreTheApisFigures() {
        var user = DemoAccount.fromProperties();
        try (var chromium = new Chromium();
                var journey = new FiguresJourney(
                        chromium.browser(),
                        System.getProperty("tusoi.browser.url").replaceAll("/+$", ""),
                        Path.of("target/browser/platform"))) {
            journey.signIn(user.username(), user.password());
            journey.pickUnit(
                    System.getProperty("tusoi.browser.words", "binh thuy"),
                    System.getProperty("tusoi.browser.unit", "Đảng bộ quận Bình Thủy"));
            Steps.through(journey);
            assertThat(journey.printed("member.count")).isPositive();
            journey.signOut();
            assertThat(journey.complaints()).isEmpty();
        }
    }

    /** By somebody of a ward that has become another. */
    public void aWardIsFollowedThroughTheReform(String ended, String name, String successor) {
        var user = DemoAccount.fromProperties();
        try (var chromium = new Chromium();
                var journey = new FiguresJourney(
                        chromium.browser(),
                        System.getProperty("tusoi.browser.url").replaceAll("/+$", ""),
                        Path.of("target/browser/reform"))) {
            journey.signIn(user.username(), user.password());
            assertThat(journey.printed("member.count"))
                    .as("whoever comes for the first time finds figures")
                    .isPositive();
            journey.followsAWardThroughTheReform(ended, name, successor);
            assertThat(journey.complaints()).isEmpty();
        }
    }
}
