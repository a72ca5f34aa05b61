package tusoi.discipline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.discipline.Api.body;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tusoi.discipline.Api;
import tusoi.discipline.Api.Answer;
import tusoi.discipline.Register;
import tusoi.discipline.SliceTest;
import tusoi.discipline.contract.Schemas;
import tusoi.platform.web.Cursor;

class CaseSliceTest extends SliceTest {
    private static final String NARRATIVE = "Điều chỉ người có thẩm quyền được đọc";
    private static final String TOMORROW =
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1).toString();

    private UUID district = UUID.randomUUID();
    private UUID neighbour = UUID.randomUUID();
    private UUID unrelated = UUID.randomUUID();
    private UUID ward = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private UUID member = UUID.randomUUID();
    private String inspector = "";
    private String committee = "";
    private String districtCommittee = "";
    private String secretary = "";
    private String stranger = "";

    @BeforeEach
    void aWardAndItsNeighbour() {
        Register register = register();
        district = register.organisation("DISTRICT", null);
        ward = register.organisation("GRASSROOTS", district);
        branch = register.branch(ward);
        unrelated = register.organisation("GRASSROOTS", district);
        neighbour = register.organisation("GRASSROOTS", district);
        member = register.member(branch);
        for (int i = 0; i < 11; i++) {
            register.member(branch);
        }
        inspector = register.officer("INSPECTION_OFFICER", ward);
        committee = register.officer("COMMITTEE_OFFICER", ward);
        secretary = register.officer("SECRETARY", branch);
        districtCommittee = register.officer("COMMITTEE_OFFICER", district);
        stranger = register.officer("INSPECTION_OFFICER", neighbour);
        register.arrives();
    }

    @Test
    void aCaseGoesFromTheSignalToTheMeasureInEffect() throws IOException {
        Answer announced = announced();

        assertThat(announced.status()).isEqualTo(200);
        assertThat(announced.body().path("state").asString()).isEqualTo("IN_EFFECT");
        assertThat(announced.body().path("decision").path("profile").asString()).isEqualTo("22+69");
        String form = announced.body().path("decision").path("form").asString();
        assertThat(counted(UUID.fromString(
                        announced.body().path("file").path("unit").path("value").asString(branch.toString()))))
                .containsOnly(Map.entry("decision " + form, 1L));
        assertThat(announced.body().path("decision").path("effectiveOn").asString())
                .isEqualTo("2022-06-20");
        List<String> events = jdbc.sql("select type from platform.outbox where aggregate_id = :id order by version")
                .param("id", UUID.fromString(announced.id("caseId")))
                .query(String.class)
                .list();
        assertThat(events)
                .containsExactly(
                        "discipline.case-received.v1",
                        "discipline.case-verifying.v1",
                        "discipline.case-verifying.v1",
                        "discipline.self-review-received.v1",
                        "discipline.case-heard.v1",
                        "discipline.ballots-counted.v1",
                        "discipline.case-decided.v1",
                        "discipline.decision-announced.v1");
        for (JsonNode event : eventsOf(announced.id("caseId"))) {
            assertThat(Schemas.misfits("case.v1.schema.json", event.toString())).isEmpty();
        }
    }

    @Test
    void theNarrativeStaysHere() {
        Answer received = receive();
        assertThat(received.body().path("narrative").asString()).isEqualTo(NARRATIVE);
        assertThat(eventsOf(received.id("caseId")))
                .noneMatch(event -> event.toString().contains("thẩm quyền"));
        Answer list = api().get(inspector, "/cases?unit=" + ward);
        assertThat(list.body().toString()).doesNotContain("thẩm quyền").contains(received.id("caseId"));
    }

    @Test
    void noNameLeavesWithASanctionOfAnotherAuthority() {
        Answer received = receive();
        assertThat(sanction(received, "Nguyễn Văn A", "REPRIMAND").status()).isEqualTo(400);
        assertThat(sanction(received, "COURT", "Phạt Nguyễn Văn A").status()).isEqualTo(400);
        assertThat(sanction(received, "COURT", "FINE").status()).isEqualTo(200);
    }

    private Answer sanction(Answer received, String authority, String form) {
        return step(
                inspector,
                received,
                "external-sanctions",
                body("authority", authority, "form", form, "on", "2022-03-20"));
    }

    @Test
    void aReadOfACaseLeavesARow() {
        Answer received = receive();
        long before = reads(received.id("caseId"));
        api().get(committee, "/cases/" + received.id("caseId"));
        assertThat(reads(received.id("caseId"))).isEqualTo(before + 1);
    }

    @Test
    void whoIsOutsideFindsNothing() {
        Answer received = receive();
        String path = "/cases/" + received.id("caseId");
        assertThat(api().get(stranger, path).status()).isEqualTo(404);
        assertThat(api().get(stranger, "/cases?unit=" + ward).status()).isEqualTo(404);
        assertThat(api().get(stranger, "/cases?unit=" + Register.codeOf(ward)).status())
                .isEqualTo(404);
        assertThat(api().get(stranger, "/cases").body().path("items")).isEmpty();
        assertThat(verify(stranger, received).status()).isEqualTo(404);
        assertThat(api().post(stranger, "/cases", caseBody()).status()).isEqualTo(404);
        assertThat(api().getWithoutToken(path).status()).isEqualTo(401);
    }

    @Test
    void whoIsInsideWithoutTheRightIsRefused() {
        Answer received = receive();
        assertThat(api().get(secretary, "/cases/" + received.id("caseId")).status())
                .isEqualTo(403);
        assertThat(api().post(secretary, "/cases", caseBody()).status()).isEqualTo(403);
        assertThat(verify(committee, received).status()).isEqualTo(403);
    }

    @Test
    void aStepNeedsTheVersionItWasReadAt() {
        Answer received = receive();
        String path = "/cases/" + received.id("caseId") + "/verification";
        Object step = body("on", "2022-03-10", "decisionNumber", "3-QĐ");
        assertThat(api().post(inspector, path, step).status()).isEqualTo(428);
        assertThat(api().post(inspector, path, step, Api.ifMatch(7)).status()).isEqualTo(412);
        assertThat(api().post(inspector, path, step, Api.ifMatch(1)).status()).isEqualTo(200);
        assertThat(api().post(inspector, path, step, Api.ifMatch(2)).status()).isEqualTo(409);
    }

    @Test // DIS-07
    void anUnansweredWarningIsListedAndAnAnsweredOneIsKept() {
        Answer voted = voted("1990-01-01");
        Answer warned = step(committee, voted, "decision", decision(Map.of()));
        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.code()).isEqualTo("warnings-unanswered");
        assertThat(warned.body().toString()).contains("DIS-07");

        Answer decided = step(committee, voted, "decision", decision(Map.of("DIS-07", "Phát hiện muộn")));
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.body().path("decision").path("warnings").toString()).contains("DIS-07");
        assertThat(decided.body()
                        .path("proceedings")
                        .path("decision")
                        .path("overrides")
                        .toString())
                .contains("Phát hiện muộn");
    }

    @Test
    void aDistrictsDecisionIsRecordedByWhoDecidesThere() {
        Answer voted = voted("2021-11-15");
        assertThat(step(committee, voted, "decision", decision(district, Map.of()))
                        .status())
                .isEqualTo(404);
        assertThat(step(committee, voted, "decision", decision(UUID.randomUUID(), Map.of()))
                        .status())
                .isEqualTo(404);
        assertThat(step(districtCommittee, voted, "decision", decision(district, Map.of()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoReadsTheDistrictDoesNotDecideAsTheDistrict() {
        Register register = register();
        String both = register.officer("COMMITTEE_OFFICER", ward);
        register.grant(both, "INSPECTION_OFFICER", district);
        register.arrives();
        assertThat(step(both, voted("2021-11-15"), "decision", decision(district, Map.of()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aMemberWhoMovedAwayIsJudgedAllTheSame() {
        Answer voted = voted("2021-11-15");
        Register register = register();
        register.memberVersion(member, 2, neighbour, Map.of());
        register.arrives();
        assertThat(step(committee, voted, "decision", decision(Map.of())).status())
                .isEqualTo(200);
    }

    @Test // DIS-12
    void whoDecidesIsAboveTheSubject() {
        Answer refused = step(districtCommittee, voted("2021-11-15"), "decision", decision(neighbour, Map.of()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("DIS-12");
    }

    @Test // DIS-12
    void whoAnswersForAnEndedBranchDecidesAboutIt() {
        Answer voted = voted("2021-11-15");
        Register register = register();
        register.ended(branch, ward, "2022-06-01", register.branch(neighbour));
        String successor = register.officer("COMMITTEE_OFFICER", neighbour);
        register.arrives();
        Answer elsewhere = step(districtCommittee, voted, "decision", decision(unrelated, Map.of()));
        assertThat(elsewhere.code()).isEqualTo("DIS-12");
        Answer decided = step(successor, voted, "decision", decision(neighbour, Map.of()));
        assertThat(decided.status()).isEqualTo(200);
    }

    @Test // DIS-12
    void whoVotesIsAboveTheSubject() {
        var ballot = body(
                "on",
                "2022-05-01",
                "bodyUnitId",
                neighbour,
                "entitled",
                9,
                "valid",
                9,
                "inFavour",
                Map.of("WARNING", 9));
        Answer heard = heard(null);
        assertThat(step(inspector, heard, "ballot", ballot).code()).isEqualTo("DIS-12");
        ballot.put("bodyUnitId", ward);
        assertThat(step(inspector, heard, "ballot", ballot).status()).isEqualTo(200);
    }

    @Test // DIS-10
    void noStepIsTakenTomorrow() {
        var received = caseBody();
        received.put("receivedOn", TOMORROW);
        assertThat(api().post(inspector, "/cases", received).code()).isEqualTo("DIS-10");
        received.put("receivedOn", "2022-03-01");
        received.put("violatedOn", TOMORROW);
        assertThat(api().post(inspector, "/cases", received).code()).isEqualTo("DIS-10");
        Answer step = receive();
        assertThat(step(inspector, step, "verification", body("on", TOMORROW, "decisionNumber", "3-QĐ"))
                        .code())
                .isEqualTo("DIS-10");
        assertThat(step(
                                inspector,
                                step,
                                "external-sanctions",
                                body("authority", "COURT", "form", "FINE", "on", TOMORROW))
                        .code())
                .isEqualTo("DIS-10");
        var signedTomorrow = decision(Map.of());
        signedTomorrow.put("signedOn", TOMORROW);
        assertThat(step(committee, voted(null), "decision", signedTomorrow).code())
                .isEqualTo("DIS-10");
    }

    @Test
    void aCursorOfAnotherListIsUnreadable() {
        assertThat(api().get(inspector, "/cases?after=" + Cursor.of("nowhere").text())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsTooLongOrMissingIsUnreadable() {
        Answer voted = voted(null);
        assertThat(step(committee, voted, "decision", decision(Map.of("DIS-07", "x".repeat(2001))))
                        .status())
                .isEqualTo(400);
        var without = new HashMap<String, @Nullable Object>();
        without.put("DIS-07", null);
        var decision = decision(Map.of());
        decision.put("overrides", without);
        assertThat(step(committee, voted, "decision", decision).status()).isEqualTo(400);
        var noVotes = new HashMap<String, @Nullable Object>();
        noVotes.put("REPRIMAND", null);
        assertThat(step(inspector, heard(null), "ballot", body("on", "2022-05-01", "valid", 9, "inFavour", noVotes))
                        .status())
                .isEqualTo(400);
        var noContent = new ArrayList<@Nullable String>();
        noContent.add(null);
        var received = caseBody();
        received.put("contents", noContent);
        assertThat(api().post(inspector, "/cases", received).status()).isEqualTo(400);
    }

    @Test // DIS-04
    void moreVotesThanVotersAreRefused() {
        Answer heard = heard(null);
        Answer refused = step(
                inspector, heard, "ballot", body("on", "2022-05-01", "valid", 13, "inFavour", Map.of("REPRIMAND", 13)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("DIS-04");
    }

    @Test
    void theSameKeyReceivesOneCase() {
        var key = new String[] {"Idempotency-Key", "case-" + UUID.randomUUID()};
        Answer first = api().post(inspector, "/cases", caseBody(), key);
        Answer second = api().post(inspector, "/cases", caseBody(), key);
        assertThat(second.id("caseId")).isEqualTo(first.id("caseId"));
    }

    @Test
    void anUnknownMemberIsNotFound() {
        var unknown = body(
                "subjectType",
                "MEMBER",
                "subjectId",
                UUID.randomUUID(),
                "source",
                "INSPECTION",
                "contents",
                List.of("OTHER"));
        assertThat(api().post(inspector, "/cases", unknown).status()).isEqualTo(404);
    }

    @Test // DIS-13
    void aWrongDecisionIsAnnulledByTheBodyThatTookItOrOneAbove() throws IOException {
        Answer announced = announced();
        var annulment = body("number", "30-QĐ", "deciderUnitId", unrelated, "on", "2022-09-01");
        Register register = register();
        register.grant(committee, "COMMITTEE_OFFICER", unrelated);
        register.arrives();
        assertThat(step(committee, announced, "annulment", annulment).code()).isEqualTo("DIS-13");
        annulment.put("deciderUnitId", ward);
        assertThat(step(secretary, announced, "annulment", annulment).status()).isIn(403, 404);
        assertThat(step(stranger, announced, "annulment", annulment).status()).isEqualTo(404);
        annulment.put("on", "2022-06-09");
        assertThat(step(committee, announced, "annulment", annulment).code()).isEqualTo("DIS-10");
        annulment.put("on", "2022-09-01");
        Answer annulled = step(committee, announced, "annulment", annulment);
        assertThat(annulled.status()).as(annulled.body().toString()).isEqualTo(200);
        assertThat(annulled.body().path("state").asString()).isEqualTo("CLOSED");
        assertThat(annulled.body().path("closedReason").asString()).isEqualTo("ANNULLED");
        JsonNode event = eventsOf(annulled.id("caseId")).getLast();
        assertThat(Schemas.misfits("case.v1.schema.json", event.toString())).isEmpty();
        assertThat(event.path("annulledOn").asString()).isEqualTo("2022-09-01");
        assertThat(event.path("decision").path("number").asString()).isEqualTo("12-QĐ/ĐU");
        assertThat(step(committee, annulled, "annulment", annulment).status()).isEqualTo(409);
        assertThat(step(committee, receive(), "annulment", annulment).status()).isEqualTo(409);
    }

    @Test
    void whatWasOpenedUnderAGivenUpEntryIsThePersons() {
        Register register = register();
        UUID kept = register.member(branch);
        register.arrives();
        Answer received = receive();
        var joined =
                body("memberId", member, "slices", List.of(), "movements", List.of(), "mergedInto", kept.toString());
        register.received("org.member-merged.v1", member, 2, json.valueToTree(joined));
        register.arrives();
        for (UUID entry : List.of(member, kept)) {
            assertThat(api().get(inspector, "/cases?subject=" + entry).body().path("items"))
                    .as("asked by " + entry)
                    .hasSize(1);
        }
        Answer removal = api().post(
                        inspector,
                        "/removals",
                        body("kind", "WITHDRAWAL", "memberId", kept, "grounds", List.of(), "openedOn", "2022-03-02"));
        assertThat(removal.body().toString()).contains("REM-10");
        Answer again = api().post(inspector, "/cases", caseBody());
        assertThat(again.body().path("subjectId").asString())
                .as(again.body().toString())
                .isEqualTo(kept.toString());
        assertThat(verify(inspector, received).status()).isEqualTo(200);
        assertThat(api().get(stranger, "/cases?subject=" + kept).body().path("items"))
                .isEmpty();
    }

    private Answer announced() {
        Answer decided = step(committee, voted("2021-11-15"), "decision", decision(Map.of()));
        return step(committee, decided, "announcement", body("on", "2022-06-20"));
    }

    private Map<String, Object> decision(Map<String, String> overrides) {
        return decision(ward, overrides);
    }

    private static Map<String, Object> decision(UUID decider, Map<String, String> overrides) {
        return body(
                "number",
                "12-QĐ/ĐU",
                "form",
                "REPRIMAND",
                "deciderUnitId",
                decider,
                "signedOn",
                "2022-06-10",
                "entitled",
                15,
                "inFavour",
                13,
                "overrides",
                overrides);
    }

    private Answer voted(@Nullable String violatedOn) {
        return step(
                inspector,
                heard(violatedOn),
                "ballot",
                body("on", "2022-05-01", "valid", 12, "inFavour", Map.of("REPRIMAND", 11)));
    }

    private Answer heard(@Nullable String violatedOn) {
        var received = caseBody();
        if (violatedOn != null) {
            received.put("violatedOn", violatedOn);
        }
        Answer step = verify(inspector, api().post(inspector, "/cases", received));
        step = step(
                inspector,
                step,
                "external-sanctions",
                body("authority", "DISTRICT_PEOPLES_COMMITTEE_CHAIRMAN", "form", "REPRIMAND", "on", "2022-03-20"));
        step = step(
                inspector,
                step,
                "self-review",
                body("on", "2022-04-01", "submitted", true, "proposedForm", "REPRIMAND"));
        return step(inspector, step, "hearing", body("on", "2022-04-20", "attended", true));
    }

    private Answer receive() {
        return api().post(inspector, "/cases", caseBody());
    }

    private Map<String, Object> caseBody() {
        return body(
                "subjectType",
                "MEMBER",
                "subjectId",
                member,
                "unitId",
                branch,
                "source",
                "INSPECTION",
                "contents",
                List.of("CORRUPTION_DELIBERATE"),
                "receivedOn",
                "2022-03-01",
                "narrative",
                NARRATIVE);
    }

    private Answer verify(String officer, Answer received) {
        return step(officer, received, "verification", body("on", "2022-03-10", "decisionNumber", "3-QĐ"));
    }

    private Answer step(String officer, Answer before, String name, Map<String, Object> body) {
        return api().post(officer, "/cases/" + before.id("caseId") + "/" + name, body, version(before));
    }

    private static String[] version(Answer answer) {
        return Api.ifMatch(answer.body().path("version").asLong());
    }

    private List<JsonNode> eventsOf(String id) {
        return jdbc
                .sql("select convert_from(data, 'UTF8') from platform.outbox where aggregate_id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .list()
                .stream()
                .map(json::readTree)
                .toList();
    }

    private long reads(String id) {
        return jdbc.sql("select count(*) from platform.audit_entry where subject_id = :id and action = 'CASE_READ'")
                .param("id", UUID.fromString(id))
                .query(Long.class)
                .single();
    }
}
