package tusoi.discipline.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.discipline.cases.domain.CaseMother.BASE;
import static tusoi.discipline.cases.domain.CaseMother.BRANCH;
import static tusoi.discipline.cases.domain.CaseMother.OFFICIAL;
import static tusoi.discipline.cases.domain.CaseMother.PROBATIONARY;
import static tusoi.discipline.cases.domain.CaseMother.UNIT;
import static tusoi.discipline.cases.domain.CaseMother.VOTED_ON;
import static tusoi.discipline.cases.domain.CaseMother.byBranch;
import static tusoi.discipline.cases.domain.CaseMother.heard;
import static tusoi.discipline.cases.domain.CaseMother.received;
import static tusoi.discipline.cases.domain.CaseMother.voted;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tusoi.discipline.Profiles;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.cases.domain.DisciplineCase.Decided;
import tusoi.discipline.cases.domain.DisciplineCase.InEffect;
import tusoi.discipline.cases.domain.DisciplineCase.Voted;
import tusoi.discipline.cases.domain.Proceedings.Ballot;
import tusoi.discipline.cases.domain.Proceedings.Verification;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.RuleProfile;

class DisciplineCaseTest {
    private static final RuleProfile PROFILE = Profiles.discipline("22+69");
    private static final LocalDate SIGNED = LocalDate.of(2022, 6, 5);

    @ParameterizedTest(name = "DIS-01: {0} for a member (official: {1}) exists: {2}")
    @CsvSource({
        "REPRIMAND,true,true", "WARNING,true,true", "REMOVAL_FROM_POST,true,true", "EXPULSION,true,true",
        "DISSOLUTION,true,false", "REPRIMAND,false,true", "WARNING,false,true", "REMOVAL_FROM_POST,false,false",
        "EXPULSION,false,false"
    })
    void formsFitMembers(Form form, boolean official, boolean exists) {
        var outcome = decide(voted(null, form, 12), byBranch(form, SIGNED, official ? OFFICIAL : PROBATIONARY));
        assertThat(refusedBy(outcome)).isEqualTo(exists ? null : "DIS-01");
    }

    @ParameterizedTest(name = "DIS-01: {0} for a unit exists: {1}")
    @CsvSource({"REPRIMAND,true", "WARNING,true", "DISSOLUTION,true", "EXPULSION,false", "REMOVAL_FROM_POST,false"})
    void formsFitUnits(Form form, boolean exists) {
        var outcome = decide(voted(null, form, 12), byBranch(form, SIGNED, UNIT));
        assertThat(refusedBy(outcome)).isEqualTo(exists ? null : "DIS-01");
    }

    @ParameterizedTest(name = "DIS-02: removal from post, post held: {0}")
    @CsvSource({"true", "false"})
    void removalFromPostSupposesAPost(boolean holds) {
        var standing = new Standing(SubjectType.MEMBER, true, holds);
        var outcome =
                decide(voted(null, Form.REMOVAL_FROM_POST, 12), byBranch(Form.REMOVAL_FROM_POST, SIGNED, standing));
        assertThat(warnings(outcome).contains("DIS-02")).isEqualTo(!holds);
    }

    @ParameterizedTest(name = "DIS-03: {0} may impose {1} on a member: {2}")
    @CsvSource({
        "BRANCH,REPRIMAND,true", "BRANCH,WARNING,true", "BRANCH,EXPULSION,false",
        "SECTION_ORGANISATION,REPRIMAND,false", "GRASSROOTS,REPRIMAND,true", "GRASSROOTS,EXPULSION,false",
        "DISTRICT,EXPULSION,true"
    })
    void authorityIsAMatrix(String level, Form form, boolean allowed) {
        var decide = new Decide("2", form, BASE, level, SIGNED, new Ballots(9, 9, 9), OFFICIAL);
        assertThat(warnings(decide(voted(null, form, 12), decide)).contains("DIS-03"))
                .isEqualTo(!allowed);
    }

    @ParameterizedTest(name = "DIS-04: {1} valid and {2} in favour of {0}: possible {3}")
    @CsvSource({"12,12,12,true", "12,13,12,false", "12,5,6,false"})
    void moreVotesThanVotersAreRefused(int entitled, int valid, int inFavour, boolean possible) {
        var outcome =
                heard(null).count(new Ballot(VOTED_ON, BRANCH, entitled, valid, Map.of(Form.REPRIMAND, inFavour)));
        assertThat(refusedBy(outcome)).isEqualTo(possible ? null : "DIS-04");
    }

    @Test // DIS-04
    void oneBallotNamesOneForm() {
        var outcome =
                heard(null).count(new Ballot(VOTED_ON, BRANCH, 12, 12, Map.of(Form.REPRIMAND, 7, Form.WARNING, 6)));
        assertThat(refusedBy(outcome)).isEqualTo("DIS-04");
    }

    @ParameterizedTest(name = "DIS-05: {0} of 12 for a reprimand is enough: {1}")
    @CsvSource({"6,false", "7,true"})
    void aReprimandNeedsMoreThanHalf(int inFavour, boolean enough) {
        var outcome = decide(voted(null, Form.REPRIMAND, inFavour), byBranch(Form.REPRIMAND, SIGNED, OFFICIAL));
        assertThat(warnings(outcome)).isEqualTo(enough ? List.of() : List.of("DIS-05"));
    }

    @Test // DIS-05
    void aDecisionWithoutTheDecidingBodysVotesIsWarnedOf() {
        var decide = new Decide("2", Form.REPRIMAND, BASE, "GRASSROOTS", SIGNED, null, OFFICIAL);
        assertThat(warnings(decide(voted(null, Form.REPRIMAND, 12), decide))).containsExactly("DIS-05");
    }

    @ParameterizedTest(name = "DIS-06: {0} of 12 propose an expulsion: {1}")
    @CsvSource({"7,false", "8,true"})
    void anExpulsionIsProposedByTwoThirds(int inFavour, boolean enough) {
        var decide = new Decide("2", Form.EXPULSION, BASE, "DISTRICT", SIGNED, new Ballots(11, 11, 6), OFFICIAL);
        assertThat(warnings(decide(voted(null, Form.EXPULSION, inFavour), decide)))
                .isEqualTo(enough ? List.of() : List.of("DIS-06"));
    }

    @ParameterizedTest(name = "DIS-07: {0}, violated on {1}, in time: {2}")
    @CsvSource({
        "REPRIMAND,2017-06-05,true", "REPRIMAND,2017-06-04,false",
        "WARNING,2012-06-05,true", "WARNING,2012-06-04,false"
    })
    void limitationRunsFromTheViolationToTheDecision(Form form, LocalDate violatedOn, boolean inTime) {
        var outcome = decide(voted(violatedOn, form, 12), byBranch(form, SIGNED, OFFICIAL));
        assertThat(warnings(outcome)).isEqualTo(inTime ? List.of() : List.of("DIS-07"));
    }

    @Test // DIS-07
    void anExpulsionIsNeverOutOfTime() {
        var decide = new Decide("2", Form.EXPULSION, BASE, "DISTRICT", SIGNED, new Ballots(9, 9, 9), OFFICIAL);
        assertThat(warnings(decide(voted(LocalDate.of(1990, 1, 1), Form.EXPULSION, 12), decide)))
                .isEmpty();
    }

    @ParameterizedTest(name = "DIS-08: a branch announces after {0} days, in time: {1}")
    @CsvSource({"10,true", "11,false"})
    void aBranchAnnouncesWithinTenDays(int days, boolean inTime) {
        var announced =
                decided(byBranch(Form.REPRIMAND, SIGNED, OFFICIAL)).announce(SIGNED.plusDays(days), PROFILE, Map.of());
        assertThat(warnings(announced)).isEqualTo(inTime ? List.of() : List.of("DIS-08"));
    }

    @ParameterizedTest(name = "DIS-08: a committee announces after {0} days, in time: {1}")
    @CsvSource({"15,true", "16,false"})
    void othersAnnounceWithinFifteenDays(int days, boolean inTime) {
        var announced = decided(byBase()).announce(SIGNED.plusDays(days), PROFILE, Map.of());
        assertThat(warnings(announced)).isEqualTo(inTime ? List.of() : List.of("DIS-08"));
    }

    @Test // DIS-09
    void aBranchsMeasureIsInEffectFromTheBallot() {
        InEffect announced = state(
                decided(byBranch(Form.REPRIMAND, SIGNED, OFFICIAL)).announce(SIGNED.plusDays(3), PROFILE, Map.of()));
        assertThat(announced.decision().effectiveOn()).isEqualTo(VOTED_ON);
    }

    @Test // DIS-09
    void othersAreInEffectFromAnnouncement() {
        InEffect announced = state(decided(byBase()).announce(SIGNED.plusDays(3), PROFILE, Map.of()));
        assertThat(announced.decision().effectiveOn()).isEqualTo(SIGNED.plusDays(3));
    }

    @Test // DIS-09
    void since2026OthersAreInEffectFromSigning() {
        RuleProfile newer = Profiles.discipline("21+212");
        Decided decided = state(voted(null, Form.REPRIMAND, 12).decide(byBase(), newer, Map.of()));
        InEffect announced = state(decided.announce(SIGNED.plusDays(3), newer, Map.of()));
        assertThat(announced.decision().effectiveOn()).isEqualTo(SIGNED);
    }

    @Test // DIS-10
    void aStepBeforeTheFormerOneIsRefused() {
        assertThat(refusedBy(received(null).verify(new Verification(LocalDate.of(2022, 2, 28), "3"))))
                .isEqualTo("DIS-10");
        assertThat(refusedBy(received(null).verify(new Verification(LocalDate.of(2022, 3, 1), "3"))))
                .isNull();
    }

    @Test
    void aDecisionSaysWhy() {
        Decided decided = state(voted(null, Form.REPRIMAND, 6)
                .decide(byBranch(Form.REPRIMAND, SIGNED, OFFICIAL), PROFILE, Map.of("DIS-05", "recount")));
        assertThat(decided.decision().profile()).isEqualTo("22+69");
        assertThat(decided.decision().warnings()).containsExactly("DIS-05");
        assertThat(decided.decision().overrides()).containsEntry("DIS-05", "recount");
    }

    @Test
    void whatIsDecidedIsNotClosedAway() {
        assertThat(decided(byBase()).close(SIGNED, "NO_VIOLATION")).isNull();
    }

    private static Decide byBase() {
        return new Decide("2", Form.REPRIMAND, BASE, "GRASSROOTS", SIGNED, new Ballots(11, 11, 9), OFFICIAL);
    }

    private static Decided decided(Decide decide) {
        return state(decide(voted(null, Form.REPRIMAND, 12), decide));
    }

    private static Decision<Decided, CaseEvent> decide(Voted voted, Decide decide) {
        return voted.decide(decide, PROFILE, Map.of());
    }

    private static <S> S state(Decision<S, CaseEvent> outcome) {
        return ((Accepted<S, CaseEvent>) outcome).state();
    }

    private static <S> List<String> warnings(Decision<S, CaseEvent> outcome) {
        return DisciplineCase.codes(((Accepted<S, CaseEvent>) outcome).warnings());
    }

    private static <S> @Nullable String refusedBy(Decision<S, CaseEvent> outcome) {
        return outcome instanceof Refused<S, CaseEvent> refused ? refused.rule().code() : null;
    }
}
