package tusoi.review.cycles.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Profiles.day;
import static tusoi.review.cycles.domain.CycleRules.REV_05;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.Profiles;
import tusoi.review.contract.ExclusionReason;
import tusoi.review.contract.SubjectType;

class ObligedTest {
    private static final LocalDate OPENED = day("2022-11-15");

    @Test // REV-04
    void exemptAndSuspendedMembersAreNotGraded() {
        assertThat(member(true, false, null, false)).isEqualTo(ExclusionReason.EXEMPT);
        assertThat(member(false, true, null, false)).isEqualTo(ExclusionReason.SUSPENDED);
        assertThat(member(false, false, null, false)).isNull();
    }

    @Test // REV-05
    void aMemberOfExactlySixMonthsIsGraded() {
        assertThat(member(false, false, day("2022-05-15"), false)).isNull();
        assertThat(member(false, false, day("2022-05-16"), false)).isEqualTo(ExclusionReason.NEW_UNDER_6_MONTHS);
    }

    @ParameterizedTest // REV-05
    @MethodSource("tusoi.review.Profiles#all")
    void theMonthsAreTheProfiles(RuleProfile profile) {
        RuleProfile longer = Profiles.with(profile, REV_05, "months", 12);
        var member = new MemberOnDay(false, false, day("2022-05-15"), false);

        assertThat(member.exclusion(OPENED, profile)).isEmpty();
        assertThat(member.exclusion(OPENED, longer)).contains(ExclusionReason.NEW_UNDER_6_MONTHS);
    }

    @Test // REV-03
    void whoIsReviewedElsewhereIsNotGradedTwice() {
        assertThat(member(false, false, null, true)).isEqualTo(ExclusionReason.OTHER);
    }

    @Test // REV-06
    void collectivesAreThoseOfPartyOrganisations() {
        assertThat(new UnitOnDay("GRASSROOTS", "PARTY_ORGANISATION").reviewedAs())
                .containsExactly(SubjectType.UNIT, SubjectType.LEADERSHIP_COLLECTIVE);
        assertThat(new UnitOnDay("GRASSROOTS", "BRANCH").reviewedAs()).containsExactly(SubjectType.UNIT);
        assertThat(new UnitOnDay("PARTY_GROUP", "BRANCH").reviewedAs()).isEmpty();
    }

    private static @Nullable ExclusionReason member(
            boolean exempt, boolean suspended, @Nullable LocalDate admittedOn, boolean elsewhere) {
        return new MemberOnDay(exempt, suspended, admittedOn, elsewhere)
                .exclusion(OPENED, Profiles.of2018())
                .orElse(null);
    }
}
