package tusoi.org.members.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.calendar.WorkingDays;
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
                    "ORG-14", entry(Map.of("probationMonths", BigDecimal.valueOf(12))),
                    "ORG-50", entry(Map.of("knownMonths", BigDecimal.valueOf(12))),
                    "ORG-51", entry(Map.of("introducers", BigDecimal.valueOf(2))),
                    "ORG-52", entry(Map.of("workingDays", BigDecimal.valueOf(30))),
                    "ORG-53",
                            entry(Map.of("majorityParts", BigDecimal.valueOf(2), "majorityOf", BigDecimal.valueOf(3))),
                    "ORG-54", entry(Map.of("workingDays", BigDecimal.valueOf(30))),
                    "ORG-55", entry(Map.of("daysAtOnce", BigDecimal.valueOf(90), "daysInAll", BigDecimal.valueOf(180))),
                    "ORG-63", entry(Map.of("months", BigDecimal.valueOf(36)))));
    /** Weekends and no holidays. */
    private static final WorkingDays DAYS = new WorkingDays(Set.of(), Set.of());

    private static RuleProfile.Entry entry(Map<String, BigDecimal> numbers) {
        return new RuleProfile.Entry(
                Map.of("vi", "x"), "x", RuleProfile.Mark.CONFIRMED, RuleProfile.Mode.WARN, numbers);
    }

    // ORG-72
    @Test
    void whoWasRemovedWronglyIsBackFromTheDayOfTheAnnulment() {
        UUID caseId = UUID.randomUUID();
        MemberHistory left = accepted(member().leave(day("2022-03-01"), Movement.Kind.STRUCK_OFF, caseId));
        MemberHistory back = accepted(Returns.reinstate(left, caseId, day("2023-09-01"), ALWAYS));
        assertThat(back.isMemberOn(day("2023-08-31"))).isFalse();
        assertThat(back.slices().on(day("2023-09-01"))).isEqualTo(left.slices().on(day("2022-02-28")));
        assertThat(back.movements().getLast().kind()).isEqualTo(Movement.Kind.REINSTATED);
        assertThat(accepted(Returns.reinstate(left, caseId, day("2022-02-01"), ALWAYS))
                        .isMemberOn(day("2022-03-01")))
                .as("annulled before it took effect")
                .isTrue();
        assertRefused(Returns.reinstate(left, UUID.randomUUID(), day("2023-09-01"), ALWAYS), MemberRules.ORG_72);
        assertRefused(Returns.reinstate(member(), caseId, day("2023-09-01"), ALWAYS), MemberRules.ORG_72);
        assertRefused(Returns.reinstate(back, caseId, day("2023-10-01"), ALWAYS), MemberRules.ORG_72);
        assertRefused(Returns.reinstate(left, caseId, day("2023-09-01"), NEVER), MemberRules.ORG_12);
    }

    // ORG-12
    @Test
    void aHomeIsABranchThatLives() {
        assertRefused(Entries.register(MemberId.next(), official(), NEVER), MemberRules.ORG_12);
        assertRefused(member().transfer(day("2020-01-01"), OTHER, NEVER), MemberRules.ORG_12);
        assertRefused(
                Entries.admit(MemberId.next(), admission("2000-01-01", null, null, null), PROFILE, NEVER, DAYS),
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
        assertRefused(probationary.recognise(day("2024-02-02"), null, PROFILE, DAYS), MemberRules.ORG_14);
        assertAccepted(probationary.recognise(day("2024-02-03"), null, PROFILE, DAYS));
    }

    // ORG-14
    @Test
    void whoIsRecognisedLateIsOfficialAsOfTheTwelveMonthDay() {
        MemberHistory official =
                accepted(accepted(admittedBorn("2000-01-01")).recognise(day("2024-09-01"), null, PROFILE, DAYS));
        assertThat(official.recognisedOn()).isEqualTo(day("2024-02-03"));
        assertThat(stateOn(official, "2024-02-02")).isEqualTo(MemberState.PROBATIONARY);
        assertThat(stateOn(official, "2024-02-03")).isEqualTo(MemberState.OFFICIAL);
        assertRefused(official.recognise(day("2024-10-01"), null, PROFILE, DAYS), MemberRules.ORG_17);
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
        assertThat(Entries.disorder(with("2001-02-03", "2002-02-03", MemberState.OFFICIAL)))
                .isEmpty();
        assertThat(Entries.disorder(with("2012-05-20", null, MemberState.OFFICIAL)))
                .isPresent();
        assertThat(Entries.disorder(with("2001-02-03", "2001-02-03", MemberState.OFFICIAL)))
                .isPresent();
        assertThat(Entries.disorder(with(null, "2002-02-03", MemberState.OFFICIAL)))
                .isPresent();
        assertThat(Entries.disorder(with("2001-02-03", "2002-02-03", MemberState.PROBATIONARY)))
                .isPresent();
        assertThat(Entries.disorder(with("1980-05-19", null, MemberState.OFFICIAL)))
                .isPresent();
    }

    // ORG-16
    @Test
    void whoWasRecognisedAfterComingHomeWasProbationaryUntilThen() {
        NewMember late = with("2012-05-01", "2013-05-01", MemberState.OFFICIAL);
        MemberHistory member = accepted(Entries.register(MemberId.next(), late, ALWAYS));
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

    // ORG-15, ORG-18
    @Test
    void aReorganisationOfALaterDayKeepsNobodyFromLeavingOrMovingBefore() {
        MemberHistory moved = accepted(member().transfer(day("2020-01-01"), OTHER, ALWAYS));
        List<Movement> collective = moved.movements().stream()
                .map(movement -> movement.other() == null ? movement : movement.by(UUID.randomUUID()))
                .toList();
        var reorganised =
                new MemberHistory(moved.id(), moved.slices(), collective, moved.admittedOn(), moved.recognisedOn());
        MemberHistory dead = accepted(reorganised.leave(day("2019-12-31"), Movement.Kind.DECEASED, null));
        assertThat(dead.movements().getLast().kind()).isEqualTo(Movement.Kind.DECEASED);
        assertThat(dead.movements().getLast().unit()).isEqualTo(HOME);
        assertThat(dead.movements()).hasSize(2);
        UnitId third = UnitId.next();
        MemberHistory elsewhere = accepted(reorganised.transfer(day("2019-12-31"), third, ALWAYS));
        assertThat(elsewhere.slices().on(day("2020-01-01")).map(Membership::home))
                .contains(third);
        assertThat(elsewhere.movements()).hasSize(2);
    }

    // ORG-15
    @Test
    void nobodyIsMovedBeforeLeavingOnceThatIsRecorded() {
        MemberHistory left = accepted(member().leave(day("2023-06-15"), Movement.Kind.WITHDREW, null));
        assertRefused(left.transfer(day("2020-01-01"), OTHER, ALWAYS), MemberRules.ORG_15);
    }

    // ORG-50
    @Test
    void anIntroducerHasKnownTheProspectForTwelveMonths() {
        assertThat(warnings(introduced("2022-02-03", "2021-01-01"))).isEmpty();
        assertThat(warnings(introduced("2022-02-04", "2021-01-01"))).containsExactly("ORG-50");
    }

    // ORG-51
    @Test
    void twoOfficialMembersIntroduce() {
        assertThat(warnings(introduced("2021-01-01"))).containsExactly("ORG-51");
        var probationary = List.of(
                new Admission.Introduction(day("2020-01-01"), true),
                new Admission.Introduction(day("2020-01-01"), true),
                new Admission.Introduction(day("2020-01-01"), false));
        assertThat(warnings(Entries.admit(
                        MemberId.next(), admission("2000-01-01", null, null, probationary), PROFILE, ALWAYS, DAYS)))
                .containsExactly("ORG-51");
    }

    // ORG-52
    @Test
    void recognitionIsToBeAnsweredForAfterThirtyWorkingDays() {
        MemberHistory probationary = accepted(admittedBorn("2000-01-01"));
        // 2024-02-03 is a Saturday; the thirtieth working day after it is 2024-03-15
        assertThat(warnings(probationary.recognise(day("2024-03-17"), null, PROFILE, DAYS)))
                .isEmpty();
        assertThat(warnings(probationary.recognise(day("2024-03-18"), null, PROFILE, DAYS)))
                .containsExactly("ORG-52");
    }

    // ORG-53
    @Test
    void twoThirdsOfTheOfficialMembersAreInFavour() {
        MemberHistory probationary = accepted(admittedBorn("2000-01-01"));
        LocalDate on = day("2024-02-05");
        assertThat(warnings(probationary.recognise(on, new Ballot(9, 6), PROFILE, DAYS)))
                .isEmpty();
        assertThat(warnings(probationary.recognise(on, new Ballot(10, 6), PROFILE, DAYS)))
                .containsExactly("ORG-53");
        assertRefused(probationary.recognise(on, new Ballot(9, 10), PROFILE, DAYS), MemberRules.ORG_53);
        assertThat(warnings(Entries.admit(
                        MemberId.next(), admission("2000-01-01", null, new Ballot(3, 1), null), PROFILE, ALWAYS, DAYS)))
                .containsExactly("ORG-53");
    }

    // ORG-54
    @Test
    void admissionFollowsItsDecisionWithinThirtyWorkingDays() {
        assertThat(warnings(decidedOn("2022-12-23"))).isEmpty();
        assertThat(warnings(decidedOn("2022-12-22"))).containsExactly("ORG-54");
    }

    // ORG-55
    @Test
    void aSuspensionIsBoundedAtATimeAndInAll() {
        MemberHistory once = accepted(Suspensions.suspend(member(), day("2024-01-01"), day("2024-03-31"), PROFILE));
        assertThat(warnings(Suspensions.suspend(member(), day("2024-01-01"), day("2024-03-31"), PROFILE)))
                .isEmpty();
        assertThat(warnings(Suspensions.suspend(member(), day("2024-01-01"), day("2024-04-01"), PROFILE)))
                .containsExactly("ORG-55");
        assertThat(warnings(Suspensions.suspend(member(), day("2024-01-01"), null, PROFILE)))
                .containsExactly("ORG-55");
        MemberHistory twice = accepted(Suspensions.suspend(once, day("2024-03-31"), day("2024-06-29"), PROFILE));
        assertThat(warnings(Suspensions.suspend(once, day("2024-03-31"), day("2024-06-29"), PROFILE)))
                .isEmpty();
        assertThat(warnings(Suspensions.suspend(twice, day("2024-06-29"), day("2024-06-30"), PROFILE)))
                .containsExactly("ORG-55");
        assertThat(accepted(Suspensions.lift(twice, day("2024-05-01"))).slices().on(day("2024-05-01")))
                .map(Membership::suspended)
                .contains(false);
        assertRefused(Suspensions.lift(member(), day("2024-05-01")), MemberRules.ORG_17);
        assertRefused(Suspensions.suspend(member(), day("2024-01-01"), day("2024-01-01"), PROFILE), MemberRules.ORG_16);
    }

    // ORG-63
    @Test
    void whoLeftIsAdmittedAgainAfterThirtySixMonths() {
        MemberHistory left = accepted(member().leave(day("2020-02-03"), Movement.Kind.STRUCK_OFF, UUID.randomUUID()));
        MemberHistory back =
                accepted(Returns.readmit(left, admission("1980-05-19", null, null, null), PROFILE, ALWAYS, DAYS));
        assertThat(warnings(Returns.readmit(left, admission("1980-05-19", null, null, null), PROFILE, ALWAYS, DAYS)))
                .isEmpty();
        assertThat(back.isMemberOn(day("2022-01-01"))).isFalse();
        assertThat(stateOn(back, "2023-02-03")).isEqualTo(MemberState.PROBATIONARY);
        assertThat(back.admittedOn()).isEqualTo(day("2023-02-03"));
        assertThat(back.movements().getLast().kind()).isEqualTo(Movement.Kind.READMITTED);
        MemberHistory later = accepted(member().leave(day("2020-02-04"), Movement.Kind.STRUCK_OFF, null));
        assertThat(warnings(Returns.readmit(later, admission("1980-05-19", null, null, null), PROFILE, ALWAYS, DAYS)))
                .containsExactly("ORG-63");
        MemberHistory again = accepted(back.recognise(day("2024-02-05"), null, PROFILE, DAYS));
        assertThat(stateOn(again, "2024-02-03")).isEqualTo(MemberState.OFFICIAL);
        assertThat(stateOn(again, "2019-01-01")).isEqualTo(MemberState.OFFICIAL);
    }

    // ORG-64
    @Test
    void onlyWhoLeftIsAdmittedAgainAndOnlyWhoWentOutComesBack() {
        Admission admission = admission("1980-05-19", null, null, null);
        assertRefused(Returns.readmit(member(), admission, PROFILE, ALWAYS, DAYS), MemberRules.ORG_64);
        MemberHistory dead = accepted(member().leave(day("2015-01-01"), Movement.Kind.DECEASED, null));
        assertRefused(Returns.readmit(dead, admission, PROFILE, ALWAYS, DAYS), MemberRules.ORG_64);
        MemberHistory gone = accepted(member().leave(day("2015-01-01"), Movement.Kind.TRANSFERRED, null));
        assertRefused(Returns.readmit(gone, admission, PROFILE, ALWAYS, DAYS), MemberRules.ORG_64);
        assertRefused(Returns.comeBack(dead, OTHER, day("2016-01-01"), ALWAYS), MemberRules.ORG_64);
        MemberHistory back = accepted(Returns.comeBack(gone, OTHER, day("2016-01-01"), ALWAYS));
        assertThat(back.slices().on(day("2016-01-01")).map(Membership::home)).contains(OTHER);
        assertThat(back.isMemberOn(day("2015-06-01"))).isFalse();
        assertRefused(Returns.comeBack(gone, OTHER, day("2014-12-31"), ALWAYS), MemberRules.ORG_18);
    }

    // ORG-69
    @Test
    void onlyOfficialMembersAreExpelled() {
        MemberHistory probationary = accepted(admittedBorn("2000-01-01"));
        assertRefused(
                probationary.leave(day("2023-06-01"), Movement.Kind.EXPELLED, UUID.randomUUID()), MemberRules.ORG_69);
        assertAccepted(probationary.leave(day("2023-06-01"), Movement.Kind.STRUCK_OFF, UUID.randomUUID()));
        assertAccepted(member().leave(day("2023-06-01"), Movement.Kind.EXPELLED, UUID.randomUUID()));
    }

    private static Decision<MemberHistory, MemberChange> introduced(String... knownSince) {
        List<Admission.Introduction> introductions = Arrays.stream(knownSince)
                .map(since -> new Admission.Introduction(day(since), true))
                .toList();
        return Entries.admit(
                MemberId.next(), admission("2000-01-01", null, null, introductions), PROFILE, ALWAYS, DAYS);
    }

    private static Decision<MemberHistory, MemberChange> decidedOn(String day) {
        return Entries.admit(MemberId.next(), admission("2000-01-01", day, null, null), PROFILE, ALWAYS, DAYS);
    }

    /** On 2023-02-03. */
    private static Admission admission(
            String birthDate,
            @Nullable String decidedOn,
            @Nullable Ballot ballot,
            @Nullable List<Admission.Introduction> introductions) {
        return new Admission(
                HOME,
                day("2023-02-03"),
                day(birthDate),
                decidedOn == null ? null : day(decidedOn),
                ballot,
                introductions);
    }

    private static Decision<MemberHistory, MemberChange> admittedBorn(String birthDate) {
        return Entries.admit(MemberId.next(), admission(birthDate, null, null, null), PROFILE, ALWAYS, DAYS);
    }

    private static MemberHistory member() {
        return accepted(Entries.register(MemberId.next(), official(), ALWAYS));
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
