package tusoi.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShippedProfilesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private static RuleProfile profile(String code, LocalDate from, @Nullable LocalDate to) {
        return new RuleProfile(code, "topic", from, to, Map.of());
    }

    @Test
    void dayPicksTheProfileAndItsLastDayIsTheDayBeforeItsEnd() {
        ShippedProfiles profiles =
                new ShippedProfiles(List.of(profile("new", DAY, null), profile("old", DAY.minusYears(3), DAY)));
        assertThat(profiles.on("topic", DAY.minusDays(1)).code()).isEqualTo("old");
        assertThat(profiles.on("topic", DAY).code()).isEqualTo("new");
    }

    @Test
    void dayWithoutAProfileIsARuleViolation() {
        ShippedProfiles profiles = new ShippedProfiles(List.of(profile("new", DAY, null)));
        assertThatThrownBy(() -> profiles.on("topic", DAY.minusDays(1))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> profiles.on("other", DAY)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void twoProfilesInForceOnOneDayAreRefusedAtStart() {
        assertThatThrownBy(() -> new ShippedProfiles(
                        List.of(profile("old", DAY.minusYears(3), DAY.plusDays(1)), profile("new", DAY, null))))
                .hasMessageContaining("old and new");
    }

    @Test
    void gapIsAllowed() {
        assertThat(new ShippedProfiles(
                                List.of(profile("old", DAY.minusYears(3), DAY.minusDays(9)), profile("new", DAY, null)))
                        .all())
                .hasSize(2);
    }

    @Test
    void fileTellsWhatIsMissingAndWhere() {
        JsonMapper json = JsonMapper.shared();
        assertThatThrownBy(() -> ProfileFile.read(json.readTree("""
                        {"code": "1-X", "topic": "t", "validFrom": "2020-01-01",
                         "rules": {"X-01": {"text": {"vi": "a"}, "mark": "confirmed", "mode": "warn"}}}
                        """))).hasMessage("X-01: citation is missing");
    }
}
