package tusoi.discipline.removals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.discipline.removals.domain.RemovalMother.BASE;
import static tusoi.discipline.removals.domain.RemovalMother.BRANCH;
import static tusoi.discipline.removals.domain.RemovalMother.DISTRICT;
import static tusoi.discipline.removals.domain.RemovalMother.OPENED;
import static tusoi.discipline.removals.domain.RemovalMother.branchVoted;
import static tusoi.discipline.removals.domain.RemovalMother.file;
import static tusoi.discipline.removals.domain.RemovalMother.opened;
import static tusoi.discipline.removals.domain.RemovalMother.proposed;
import static tusoi.discipline.removals.domain.RemovalMother.reviewed;
import static tusoi.discipline.removals.domain.RemovalMother.vote;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tusoi.discipline.Profiles;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.members.MemberId;
import tusoi.discipline.removals.domain.Removal.Decided;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.RuleProfile;

class RemovalTest {
    private static final RuleProfile PROFILE = Profiles.removal("24+01-HD");

    @ParameterizedTest(name = "REM-01: {1} valid, {2} in favour of {0} entitled: possible {3}")
    @CsvSource({"9,9,9,true", "9,10,9,false", "9,8,9,false"})
    void moreVotesThanVotersAreRefused(int entitled, int valid, int inFavour, boolean possible) {
        var outcome = reviewed().count(vote(20, BRANCH, entitled, valid, inFavour), PROFILE);
        assertThat(refusedBy(outcome)).isEqualTo(possible ? null : "REM-01");
    }

    @Test // REM-02
    void aStrikeOffWithoutGroundsIsRefused() {
        assertThat(refusedBy(Removal.open(file(Kind.STRIKE_OFF, List.of()), true, false)))
                .isEqualTo("REM-02");
        assertThat(refusedBy(Removal.open(file(Kind.WITHDRAWAL, List.of()), true, false)))
                .isNull();
    }

    @ParameterizedTest(name = "REM-02: {0} fits (official: {1}): {2}")
    @CsvSource({
        "PROBATION_UNFIT,false,true",
        "PROBATION_UNFIT,true,false",
        "CARD_RETURNED,true,true",
        "CARD_RETURNED,false,false",
        "DUES_UNPAID_THREE_MONTHS,false,true"
    })
    void groundsFitTheMembersState(Ground ground, boolean official, boolean fits) {
        var outcome = Removal.open(file(Kind.STRIKE_OFF, List.of(ground)), official, false);
        assertThat(refusedBy(outcome)).isEqualTo(fits ? null : "REM-02");
    }

    @ParameterizedTest(name = "REM-03: submitted {0}, asked {1} times: enough {2}")
    @CsvSource({"true,1,true", "false,2,false", "false,3,true"})
    void threeIgnoredRequestsStandInForTheReview(boolean submitted, int requests, boolean enough) {
        var outcome = opened().receive(new SelfReview(OPENED, submitted, requests), PROFILE);
        assertThat(warnings(outcome)).isEqualTo(enough ? List.of() : List.of("REM-03"));
    }

    @ParameterizedTest(name = "REM-04: {0} of 9: enough {1}")
    @CsvSource({"5,false", "6,true"})
    void theBranchNeedsTwoThirds(int inFavour, boolean enough) {
        var outcome = reviewed().count(vote(20, BRANCH, 9, 9, inFavour), PROFILE);
        assertThat(warnings(outcome)).isEqualTo(enough ? List.of() : List.of("REM-04"));
    }

    @ParameterizedTest(name = "REM-05: {0} of 15: enough {1}")
    @CsvSource({"9,false", "10,true"})
    void theBaseNeedsTwoThirds(int inFavour, boolean enough) {
        var outcome = branchVoted().propose(vote(30, BASE, 15, 15, inFavour), PROFILE);
        assertThat(warnings(outcome)).isEqualTo(enough ? List.of() : List.of("REM-05"));
    }

    @ParameterizedTest(name = "REM-06: {0} of 12: enough {1}")
    @CsvSource({"6,false", "7,true"})
    void theSuperiorNeedsMoreThanHalf(int inFavour, boolean enough) {
        var outcome = proposed().decide(decide("DISTRICT", new Ballots(12, 12, inFavour)), PROFILE);
        assertThat(warnings(outcome)).isEqualTo(enough ? List.of() : List.of("REM-06"));
    }

    @Test // REM-07
    void theRemovalIsInEffectFromSigning() {
        Decided decided = state(proposed().decide(decide("DISTRICT", new Ballots(12, 12, 12)), PROFILE));
        assertThat(decided.decision().effectiveOn()).isEqualTo(OPENED.plusDays(40));
        assertThat(decided.decision().profile()).isEqualTo("24+01-HD");
    }

    @Test // REM-08
    void aStepBeforeTheFormerOneIsRefused() {
        assertThat(refusedBy(reviewed().count(vote(9, BRANCH, 9, 9, 9), PROFILE)))
                .isEqualTo("REM-08");
        assertThat(refusedBy(reviewed().count(vote(10, BRANCH, 9, 9, 9), PROFILE)))
                .isNull();
    }

    @Test // REM-10
    void nobodyWithdrawsFromAnOpenCaseUnnoticed() {
        assertThat(warnings(Removal.open(file(Kind.WITHDRAWAL, List.of()), true, true)))
                .containsExactly("REM-10");
        assertThat(warnings(Removal.open(file(Kind.WITHDRAWAL, List.of()), true, false)))
                .isEmpty();
    }

    @ParameterizedTest(name = "REM-11: decided at level {0}: in order {1}")
    @CsvSource({
        "CENTRAL,true",
        "PROVINCE,true",
        "DISTRICT,true",
        "GRASSROOTS,true",
        "SUBORDINATE_ORGANISATION,false",
        "SECTION_ORGANISATION,false",
        "BRANCH,false",
        "PARTY_GROUP,false",
        "UNHEARD_OF,false"
    })
    void nobodyBelowTheBaseDecides(String level, boolean inOrder) {
        Decision<Decided, RemovalEvent> outcome = proposed().decide(decide(level, new Ballots(9, 9, 9)), PROFILE);
        assertThat(warnings(outcome)).isEqualTo(inOrder ? List.of() : List.of("REM-11"));
        assertThat(state(outcome).decision().warnings()).isEqualTo(inOrder ? List.of() : List.of("REM-11"));
    }

    @ParameterizedTest(name = "REM-13: {0}, of the member {1}, withdrawn {2}: supports {3}")
    @CsvSource({
        "DUES_UNPAID_THREE_MONTHS,true,false,true",
        "ABSENT_THREE_MONTHS,true,false,false",
        "DUES_UNPAID_THREE_MONTHS,false,false,false",
        "DUES_UNPAID_THREE_MONTHS,true,true,false"
    })
    void aCitedNoticeSupportsTheRemoval(String ground, boolean ofMember, boolean withdrawn, boolean supports) {
        RemovalFile file = file(Kind.STRIKE_OFF, List.of(Ground.DUES_UNPAID_THREE_MONTHS));
        MemberId member = ofMember ? file.member() : new MemberId(new UUID(8, 99));
        var cited = new CitedNotice(new UUID(8, 50), 1, member, ground, 2021, List.of("2021-07"), withdrawn);
        var citing = new RemovalFile(
                file.id(), file.kind(), file.member(), file.unit(), file.grounds(), List.of(cited), file.openedOn());
        assertThat(refusedBy(Removal.open(citing, true, false))).isEqualTo(supports ? null : "REM-13");
    }

    @Test // REM-14
    void aNoticeTakenBackSinceIsAnsweredForBeforeTheDecision() {
        var decide = new DecideRemoval(
                "7-QĐ/QU",
                DISTRICT,
                "DISTRICT",
                OPENED.plusDays(40),
                new Ballots(9, 9, 9),
                List.of(new UUID(8, 50)),
                Map.of());
        assertThat(warnings(proposed().decide(decide, PROFILE))).containsExactly("REM-14");
    }

    private static DecideRemoval decide(String level, Ballots votes) {
        return new DecideRemoval("7-QĐ/QU", DISTRICT, level, OPENED.plusDays(40), votes, List.of(), Map.of());
    }

    private static <S> S state(Decision<S, RemovalEvent> outcome) {
        return ((Accepted<S, RemovalEvent>) outcome).state();
    }

    private static <S> List<String> warnings(Decision<S, RemovalEvent> outcome) {
        return ((Accepted<S, RemovalEvent>) outcome)
                .warnings().stream().map(warning -> warning.rule().code()).toList();
    }

    private static <S> @Nullable String refusedBy(Decision<S, RemovalEvent> outcome) {
        return outcome instanceof Refused<S, RemovalEvent> refused
                ? refused.rule().code()
                : null;
    }
}
