package tusoi.org.members.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;

class MemberHistoryTest {
    private static final HomeLives ALWAYS = (unit, from, to) -> true;
    private static final HomeLives NEVER = (unit, from, to) -> false;
    private static final UnitId HOME = UnitId.next();
    private static final UnitId OTHER = UnitId.next();
    private static final RuleProfile PROFILE = new RuleProfile(
            "24-QD",
            "org",
            day("2021-07-30"),
            null,
            Map.of(
                    "ORG-13",
                            entry(Map.of(
                                    "ageFromYears", BigDecimal.valueOf(18), "ageThroughYears", BigDecimal.valueOf(60))),
                    "ORG-14", entry(Map.of("probationMonths", BigDecimal.valueOf(12)))));

    private static RuleProfile.Entry entry(Map<String, BigDecimal> numbers) {
        return new RuleProfile.Entry(
                Map.of("vi", "x"), "x", RuleProfile.Mark.CONFIRMED, RuleProfile.Mode.WARN, numbers);
    }

    // ORG-12
    @Test
    void aHomeIsABranchThatLives() {
        assertRefused(MemberHistory.register(MemberId.next(), official(), NEVER), MemberRules.ORG_12);
        assertRefused(member().transfer(day("2020-01-01"), OTHER, NEVER), MemberRules.ORG_12);
        assertRefused(
                MemberHistory.admit(MemberId.next(), HOME, day("2023-02-03"), day("2000-01-01"), PROFILE, NEVER),
                MemberRules.ORG_12);
    }

    // ORG-13
    @Test
    void ageAtAdmissionIsToBeAnsweredForBeyondItsBounds() {
        assertThat(warnings(admittedBorn("2005-02-03"))).isEmpty();
        assertThat(warnings(admittedBorn("2005-02-04"))).containsExactly("ORG-13");
        assertThat(warnings(admittedBorn("1963-02-03"))).isEmpty();
        assertThat(warnings(admittedBorn("1963-02-02"))).containsExactly("ORG-13");
    }

    // ORG-14
    @Test
    void recognitionBeforeTwelveMonthsIsRefused() {
        MemberHistory probationary = accepted(admittedBorn("2000-01-01"));
        assertRefused(probationary.recognise(day("2024-02-02"), PROFILE), MemberRules.ORG_14);
        assertAccepted(probationary.recognise(day("2024-02-03"), PROFILE));
    }

    // ORG-14
    @Test
    void whoIsRecognisedLateIsOfficialAsOfTheTwelveMonthDay() {
        MemberHistory official = accepted(accepted(admittedBorn("2000-01-01")).recognise(day("2024-09-01"), PROFILE));
        assertThat(official.recognisedOn()).isEqualTo(day("2024-02-03"));
        assertThat(stateOn(official, "2024-02-02")).isEqualTo(MemberState.PROBATIONARY);
        assertThat(stateOn(official, "2024-02-03")).isEqualTo(MemberState.OFFICIAL);
        assertRefused(official.recognise(day("2024-10-01"), PROFILE), MemberRules.ORG_17);
    }

    // ORG-15
    @Test
    void aTransferChangesTheHomeFromItsDayOn() {
        MemberHistory moved = accepted(member().transfer(day("2020-01-01"), OTHER, ALWAYS));
        assertThat(moved.slices().on(day("2019-12-31")).map(Membership::home)).contains(HOME);
        assertThat(moved.slices().on(day("2020-01-01")).map(Membership::home)).contains(OTHER);
        assertThat(moved.movements().getLast())
                .isEqualTo(new Movement(day("2020-01-01"), Movement.Kind.TRANSFERRED, HOME, OTHER, null));
        assertRefused(moved.transfer(day("2019-01-01"), UnitId.next(), ALWAYS), MemberRules.ORG_15);
        assertRefused(member().transfer(day("2020-01-01"), HOME, ALWAYS), MemberRules.ORG_15);
        assertRefused(member().transfer(day("2012-05-19"), OTHER, ALWAYS), MemberRules.ORG_15);
    }

    // ORG-16
    @Test
    void daysAreInOrder() {
        assertThat(MemberHistory.disorder(with("2001-02-03", "2002-02-03", MemberState.OFFICIAL)))
                .isEmpty();
        assertThat(MemberHistory.disorder(with("2012-05-20", null, MemberState.OFFICIAL)))
                .isPresent();
        assertThat(MemberHistory.disorder(with("2001-02-03", "2001-02-03", MemberState.OFFICIAL)))
                .isPresent();
        assertThat(MemberHistory.disorder(with(null, "2002-02-03", MemberState.OFFICIAL)))
                .isPresent();
        assertThat(MemberHistory.disorder(with("2001-02-03", "2002-02-03", MemberState.PROBATIONARY)))
                .isPresent();
        assertThat(MemberHistory.disorder(with("1980-05-19", null, MemberState.OFFICIAL)))
                .isPresent();
    }

    // ORG-16
    @Test
    void whoWasRecognisedAfterComingHomeWasProbationaryUntilThen() {
        NewMember late = with("2012-05-01", "2013-05-01", MemberState.OFFICIAL);
        MemberHistory member = accepted(MemberHistory.register(MemberId.next(), late, ALWAYS));
        assertThat(stateOn(member, "2013-04-30")).isEqualTo(MemberState.PROBATIONARY);
        assertThat(stateOn(member, "2013-05-01")).isEqualTo(MemberState.OFFICIAL);
    }

    // ORG-17
    @Test
    void exemptionHoldsForItsDays() {
        MemberHistory exempt = accepted(member().exempt(day("2020-01-01"), day("2021-01-01"), true));
        assertThat(exempt.slices().on(day("2020-12-31")).map(Membership::exempt))
                .contains(true);
        assertThat(exempt.slices().on(day("2021-01-01")).map(Membership::exempt))
                .contains(false);
        assertRefused(exempt.exempt(day("2020-02-01"), day("2020-03-01"), true), MemberRules.ORG_17);
        assertRefused(member().exempt(day("2012-05-18"), null, true), MemberRules.ORG_17);
        assertRefused(member().exempt(day("2020-01-01"), day("2020-01-01"), true), MemberRules.ORG_16);
    }

    // ORG-17
    @Test
    void theDayOfLeavingIsNoLongerInside() {
        MemberHistory left = accepted(member().leave(day("2023-06-15"), Movement.Kind.STRUCK_OFF, UUID.randomUUID()));
        assertThat(left.isMemberOn(day("2023-06-14"))).isTrue();
        assertThat(left.isMemberOn(day("2023-06-15"))).isFalse();
        assertRefused(left.leave(day("2023-07-01"), Movement.Kind.DECEASED, null), MemberRules.ORG_17);
        assertRefused(left.transfer(day("2023-07-01"), OTHER, ALWAYS), MemberRules.ORG_17);
        assertRefused(member().leave(day("2012-05-19"), Movement.Kind.DECEASED, null), MemberRules.ORG_17);
    }

    // ORG-18
    @Test
    void nobodyLeavesBeforeARecordedMove() {
        MemberHistory moved = accepted(member().transfer(day("2020-01-01"), OTHER, ALWAYS));
        assertRefused(moved.leave(day("2019-12-31"), Movement.Kind.DECEASED, null), MemberRules.ORG_18);
        assertAccepted(moved.leave(day("2020-01-02"), Movement.Kind.DECEASED, null));
    }

    private static Decision<MemberHistory, MemberChange> admittedBorn(String birthDate) {
        return MemberHistory.admit(MemberId.next(), HOME, day("2023-02-03"), day(birthDate), PROFILE, ALWAYS);
    }

    private static MemberHistory member() {
        return accepted(MemberHistory.register(MemberId.next(), official(), ALWAYS));
    }

    private static NewMember official() {
        return with("2001-02-03", "2002-02-03", MemberState.OFFICIAL);
    }

    private static NewMember with(@Nullable String admitted, @Nullable String recognised, MemberState state) {
        return new NewMember(
                HOME,
                day("2012-05-19"),
                day("1980-05-19"),
                admitted == null ? null : day(admitted),
                recognised == null ? null : day(recognised),
                state,
                false);
    }

    private static MemberState stateOn(MemberHistory member, String day) {
        return member.slices().on(day(day)).orElseThrow().state();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static MemberHistory accepted(Decision<MemberHistory, MemberChange> decision) {
        assertAccepted(decision);
        return ((Accepted<MemberHistory, MemberChange>) decision).state();
    }

    private static List<String> warnings(Decision<MemberHistory, MemberChange> decision) {
        assertAccepted(decision);
        return ((Accepted<MemberHistory, MemberChange>) decision)
                .warnings().stream().map(warning -> warning.rule().code()).toList();
    }

    private static void assertAccepted(Decision<MemberHistory, MemberChange> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
    }

    private static void assertRefused(Decision<MemberHistory, MemberChange> decision, Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
