package tusoi.discipline.removals;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.discipline.Api.body;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tusoi.discipline.Api;
import tusoi.discipline.Api.Answer;
import tusoi.discipline.Register;
import tusoi.discipline.SliceTest;
import tusoi.discipline.contract.Schemas;
import tusoi.platform.web.Cursor;

class RemovalSliceTest extends SliceTest {
    private static final String TOMORROW =
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1).toString();

    private UUID district = UUID.randomUUID();
    private UUID ward = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private UUID other = UUID.randomUUID();
    private UUID member = UUID.randomUUID();
    private String inspector = "";
    private String committee = "";
    private String wardCommittee = "";
    private String stranger = "";

    @BeforeEach
    void aBranchOfNine() {
        Register register = register();
        district = register.organisation("DISTRICT", null);
        ward = register.organisation("GRASSROOTS", district);
        branch = register.branch(ward);
        other = register.organisation("GRASSROOTS", district);
        member = register.member(branch);
        for (int i = 0; i < 8; i++) {
            register.member(branch);
        }
        register.member(branch, Map.of("exempt", true));
        inspector = register.officer("INSPECTION_OFFICER", ward);
        committee = register.officer("COMMITTEE_OFFICER", district);
        wardCommittee = register.officer("COMMITTEE_OFFICER", ward);
        stranger = register.officer("INSPECTION_OFFICER", other);
        register.arrives();
    }

    @Test
    void aStrikeOffGoesThroughBranchBaseAndSuperior() {
        Answer decided = decided();
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.body().path("state").asString()).isEqualTo("DECIDED");
        assertThat(decided.body().path("decision").path("profile").asString()).isEqualTo("24+01-HD");
        assertThat(counted(branch)).containsOnly(Map.entry("removal STRIKE_OFF", 1L));
        assertThat(decided.body().path("decision").path("effectiveOn").asString())
                .isEqualTo("2022-03-20");
        assertThat(jdbc.sql("select type from platform.outbox where aggregate_id = :id order by version")
                        .param("id", UUID.fromString(decided.id("caseId")))
                        .query(String.class)
                        .list())
                .containsExactly(
                        "discipline.removal-opened.v1",
                        "discipline.removal-opened.v1",
                        "discipline.removal-voted.v1",
                        "discipline.removal-proposed.v1",
                        "discipline.member-removed.v1");
    }

    @Test // REM-04: the exempt are not in the base
    void theBaseOfTheBallotIsKnownFromTheRegister() {
        Answer voted = branchBallot(reviewed(), 9, 9, Map.of());
        assertThat(voted.body()
                        .path("proceedings")
                        .path("branchVote")
                        .path("ballots")
                        .path("entitled")
                        .asInt())
                .isEqualTo(9);
    }

    @Test // REM-01
    void moreVotesThanVotersAreRefused() {
        Answer refused = branchBallot(reviewed(), 10, 10, Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("REM-01");
    }

    @Test // REM-04
    void tooFewVotesAreWarnedOf() {
        Answer reviewed = reviewed();
        Answer warned = branchBallot(reviewed, 9, 5, Map.of());
        assertThat(warned.code()).isEqualTo("warnings-unanswered");
        assertThat(branchBallot(reviewed, 9, 5, Map.of("REM-04", "Nhiều đồng chí đi công tác"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMemberIsStruckOffOnceAtATime() {
        open();
        assertThat(open().status()).isEqualTo(409);
    }

    @Test // REM-02
    void aStrikeOffNeedsAGround() {
        Answer refused = api().post(
                        inspector,
                        "/removals",
                        body("kind", "STRIKE_OFF", "memberId", member, "grounds", List.of(), "openedOn", "2022-01-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("REM-02");
    }

    @Test // REM-10
    void nobodyWithdrawsFromAnOpenCaseUnnoticed() {
        api().post(
                        inspector,
                        "/cases",
                        body(
                                "subjectType", "MEMBER",
                                "subjectId", member,
                                "source", "INSPECTION",
                                "contents", List.of("OTHER"),
                                "receivedOn", "2022-01-01"));
        Answer warned = api().post(
                        inspector,
                        "/removals",
                        body("kind", "WITHDRAWAL", "memberId", member, "grounds", List.of(), "openedOn", "2022-02-01"));
        assertThat(warned.code()).isEqualTo("warnings-unanswered");
        assertThat(warned.body().toString()).contains("REM-10");
    }

    @Test // REM-10
    void aCaseOfTheFormerWardIsKnownOf() {
        api().post(
                        inspector,
                        "/cases",
                        body(
                                "subjectType", "MEMBER",
                                "subjectId", member,
                                "source", "INSPECTION",
                                "contents", List.of("OTHER"),
                                "receivedOn", "2022-01-01"));
        Register register = register();
        register.memberVersion(member, 2, other, Map.of());
        register.arrives();
        Answer warned = api().post(
                        stranger,
                        "/removals",
                        body("kind", "WITHDRAWAL", "memberId", member, "grounds", List.of(), "openedOn", "2022-02-01"));
        assertThat(warned.code()).isEqualTo("warnings-unanswered");
        assertThat(warned.body().toString()).contains("REM-10");
    }

    @Test // REM-08
    void noStepIsTakenTomorrow() {
        var strikeOff =
                body("kind", "STRIKE_OFF", "memberId", member, "grounds", List.of("WILL_LOST"), "openedOn", TOMORROW);
        assertThat(api().post(inspector, "/removals", strikeOff).code()).isEqualTo("REM-08");
        assertThat(step(inspector, open(), "self-review", body("on", TOMORROW, "submitted", true, "requests", 1))
                        .code())
                .isEqualTo("REM-08");
    }

    @Test
    void aCursorOfAnotherListIsUnreadable() {
        assertThat(api().get(
                                inspector,
                                "/removals?after=" + Cursor.of("nowhere").text())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsTooLongOrMissingIsUnreadable() {
        Answer reviewed = reviewed();
        assertThat(branchBallot(reviewed, 9, 5, Map.of("REM-04", "x".repeat(2001)))
                        .status())
                .isEqualTo(400);
        var without = new HashMap<String, @Nullable String>();
        without.put("REM-04", null);
        var ballot = body("on", "2022-03-01", "valid", 9, "inFavour", 5, "overrides", without);
        assertThat(step(inspector, reviewed, "branch-ballot", ballot).status()).isEqualTo(400);
    }

    @Test
    void whoIsOutsideFindsNothing() {
        String path = "/removals/" + open().id("caseId");
        assertThat(api().get(stranger, path).status()).isEqualTo(404);
        assertThat(api().get(stranger, "/removals?unit=" + ward).status()).isEqualTo(404);
        assertThat(api().get(stranger, "/removals").body().path("items")).isEmpty();
        assertThat(api().get(inspector, "/removals?unit=" + ward).body().path("items"))
                .hasSize(1);
    }

    @Test
    void onlyACommitteeDecides() {
        Answer proposed = proposed();
        assertThat(decide(inspector, proposed).status()).isEqualTo(403);
    }

    @Test // REM-15
    void aWrongRemovalIsAnnulledByTheBodyThatDecidedItOrOneAbove() throws IOException {
        Answer decided = decided();
        var annulment = body("number", "31-QĐ", "deciderUnitId", ward, "on", "2022-06-01");
        assertThat(step(wardCommittee, decided, "annulment", annulment).code()).isEqualTo("REM-15");
        annulment.put("deciderUnitId", district);
        assertThat(step(wardCommittee, decided, "annulment", annulment).status())
                .isEqualTo(404);
        assertThat(step(stranger, decided, "annulment", annulment).status()).isEqualTo(404);
        Answer annulled = step(committee, decided, "annulment", annulment);
        assertThat(annulled.status()).as(annulled.body().toString()).isEqualTo(200);
        String event = jdbc.sql("""
                        select convert_from(data, 'UTF8') from platform.outbox
                        where aggregate_id = :id and type = 'discipline.removal-closed.v1'
                        """)
                .param("id", UUID.fromString(decided.id("caseId")))
                .query(String.class)
                .single();
        assertThat(Schemas.misfits("removal.v1.schema.json", event)).isEmpty();
        assertThat(json.readTree(event).path("annulledOn").asString()).isEqualTo("2022-06-01");
        assertThat(step(committee, annulled, "annulment", annulment).status()).isEqualTo(409);
        assertThat(step(committee, annulled, "closure", body("on", "2022-07-01"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aPersonIsTakenOffTheListOnceByWhateverEntry() {
        Register register = register();
        UUID kept = register.member(branch);
        Answer opened = open();
        var joined =
                body("memberId", member, "slices", List.of(), "movements", List.of(), "mergedInto", kept.toString());
        register.received("org.member-merged.v1", member, 2, json.valueToTree(joined));
        register.arrives();
        assertThat(open().status()).isEqualTo(409);
        assertThat(api().get(inspector, "/removals?member=" + kept).body().path("items"))
                .hasSize(1);
        Answer reviewed =
                step(inspector, opened, "self-review", body("on", "2022-02-10", "submitted", false, "requests", 3));
        assertThat(reviewed.status()).as(reviewed.body().toString()).isEqualTo(200);
        assertThat(api().get(stranger, "/removals?member=" + kept).body().path("items"))
                .isEmpty();
    }

    private Answer decided() {
        return decide(committee, proposed());
    }

    @Test
    void aDistrictsDecisionIsRecordedByWhoDecidesThere() {
        assertThat(decide(wardCommittee, proposed()).status()).isEqualTo(404);
    }

    @Test // REM-12
    void whoVotesAndDecidesIsAboveTheMember() {
        Answer reviewed = reviewed();
        Answer refused = step(
                inspector,
                reviewed,
                "branch-ballot",
                body("on", "2022-03-01", "bodyUnitId", other, "entitled", 9, "valid", 9, "inFavour", 9));
        assertThat(refused.code()).isEqualTo("REM-12");
        Answer voted = branchBallot(reviewed, 9, 8, Map.of());
        assertThat(baseBallot(voted, other).code()).isEqualTo("REM-12");
        Answer proposed = baseBallot(voted, ward);
        assertThat(decide(committee, proposed, other).code()).isEqualTo("REM-12");
        assertThat(decide(committee, proposed, district).status()).isEqualTo(200);
    }

    private Answer decide(String officer, Answer proposed) {
        return decide(officer, proposed, district);
    }

    private Answer decide(String officer, Answer proposed, UUID decider) {
        return step(
                officer,
                proposed,
                "decision",
                body(
                        "number",
                        "77-QĐ/QU",
                        "deciderUnitId",
                        decider,
                        "signedOn",
                        "2022-03-20",
                        "entitled",
                        11,
                        "inFavour",
                        9));
    }

    private Answer proposed() {
        return baseBallot(branchBallot(reviewed(), 9, 8, Map.of()), ward);
    }

    private Answer baseBallot(Answer voted, UUID base) {
        return step(
                inspector,
                voted,
                "base-ballot",
                body("on", "2022-03-10", "bodyUnitId", base, "entitled", 15, "valid", 15, "inFavour", 14));
    }

    private Answer branchBallot(Answer reviewed, int valid, int inFavour, Map<String, String> overrides) {
        return step(
                inspector,
                reviewed,
                "branch-ballot",
                body("on", "2022-03-01", "valid", valid, "inFavour", inFavour, "overrides", overrides));
    }

    private Answer reviewed() {
        return step(inspector, open(), "self-review", body("on", "2022-02-10", "submitted", false, "requests", 3));
    }

    private Answer open() {
        return api().post(
                        inspector,
                        "/removals",
                        body(
                                "kind",
                                "STRIKE_OFF",
                                "memberId",
                                member,
                                "grounds",
                                List.of("ABSENT_THREE_MONTHS", "DUES_UNPAID_THREE_MONTHS"),
                                "openedOn",
                                "2022-01-05"));
    }

    private Answer step(String officer, Answer before, String name, Map<String, Object> body) {
        return api().post(
                        officer,
                        "/removals/" + before.id("caseId") + "/" + name,
                        body,
                        Api.ifMatch(before.body().path("version").asLong()));
    }
}
