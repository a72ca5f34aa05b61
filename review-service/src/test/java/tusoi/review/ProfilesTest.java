package tusoi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.cycles.domain.CycleRules;
import tusoi.review.reviews.domain.ReviewRules;
import tusoi.review.targets.domain.TargetRules;

class ProfilesTest {
    @Test
    void everyRuleUsedStandsInEveryProfileAndNoOther() {
        Set<String> used = Stream.of(CycleRules.class, ReviewRules.class, TargetRules.class)
                .flatMap(rules -> Arrays.stream(rules.getFields()))
                .map(ProfilesTest::code)
                .collect(Collectors.toSet());

        assertThat(used).hasSize(22);
        assertThat(Profiles.all())
                .allSatisfy(profile -> assertThat(profile.rules()).containsOnlyKeys(used));
    }

    @Test
    void profilesFollowEachOtherWithoutGapOrOverlap() {
        List<RuleProfile> profiles = Profiles.all();

        assertThat(profiles).extracting(RuleProfile::code).containsExactly("132+21-HD", "124+25-HD", "366+43-HD");
        assertThat(profiles.get(0).validTo()).isEqualTo(profiles.get(1).validFrom());
        assertThat(profiles.get(1).validTo()).isEqualTo(profiles.get(2).validFrom());
        assertThat(profiles.get(2).validTo()).isNull();
    }

    @Test
    void everyRuleIsWordedInBothLanguagesAndCited() {
        assertThat(Profiles.all())
                .flatExtracting(profile -> profile.rules().values())
                .allSatisfy(entry -> {
                    assertThat(entry.text()).containsOnlyKeys("vi", "en");
                    assertThat(entry.citation()).isNotBlank();
                });
    }

    private static String code(Field field) {
        try {
            return ((Rule) field.get(null)).code();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
