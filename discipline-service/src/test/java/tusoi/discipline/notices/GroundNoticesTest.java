package tusoi.discipline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.discipline.Api.body;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tusoi.discipline.Api;
import tusoi.discipline.Api.Answer;
import tusoi.discipline.Register;
import tusoi.discipline.SliceTest;

/** org-service's own examples of grounds are notices here, for those who may read cases, and what a strike-off cites. */
class GroundNoticesTest extends SliceTest {
    private static final Path ORG = Path.of(System.getProperty("tusoi.root", ".."), "org-service/contracts/examples");
    private static final String DUES = "org.dues-arrears.v1";
    private static final String ABSENCE = "org.absence-three-months.v1";

    private UUID district = UUID.randomUUID();
    private UUID ward = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private UUID member = UUID.randomUUID();
    private String inspector = "";

    @BeforeEach
    void aBranchOfNine() {
        Register register = register();
        district = register.organisation("DISTRICT", null);
        ward = register.organisation("GRASSROOTS", district);
        branch = register.branch(ward);
        member = register.member(branch);
        for (int i = 0; i < 8; i++) {
            register.member(branch);
        }
        inspector = register.officer("INSPECTION_OFFICER", ward);
        register.arrives();
    }

    @ParameterizedTest
    @CsvSource({
        DUES + ",1,DUES_UNPAID_THREE_MONTHS",
        DUES + ",2,DUES_UNPAID_THREE_MONTHS",
        ABSENCE + ",1,ABSENT_THREE_MONTHS",
        ABSENCE + ",2,ABSENT_THREE_MONTHS"
    })
    void anExampleOfOrgServiceIsANotice(String type, int number, String ground) throws IOException {
        ObjectNode data = example(type, number);
        UUID notice = told(type, UUID.randomUUID(), 1, data);
        JsonNode seen = api().get(inspector, "/ground-notices/" + notice).body();
        assertThat(seen.path("ground").asString()).isEqualTo(ground);
        assertThat(seen.path("memberId").asString()).isEqualTo(member.toString());
        assertThat(seen.path("unitId").asString()).isEqualTo(branch.toString());
        assertThat(seen.path("months")).isEqualTo(data.path("months"));
        assertThat(seen.path("year")).isEqualTo(data.path("year"));
        assertThat(seen.path("profile")).isEqualTo(data.path("profile"));
        boolean withdrawn = data.path("withdrawn").asBoolean();
        assertThat(seen.path("withdrawn").asBoolean()).isEqualTo(withdrawn);
        assertThat(listed("?unit=" + ward + "&member=" + member)).isEqualTo(withdrawn ? List.of() : List.of(notice));
        assertThat(listed("?unit=" + ward + "&withdrawn=true")).isEqualTo(withdrawn ? List.of(notice) : List.of());
    }

    @Test
    void whoMayNotReadCasesThereSeesNone() throws IOException {
        Register register = register();
        String secretary = register.officer("SECRETARY", ward);
        UUID other = register.organisation("GRASSROOTS", district);
        String stranger = register.officer("INSPECTION_OFFICER", other);
        register.arrives();
        UUID notice = told(DUES, UUID.randomUUID(), 1, example(DUES, 1));
        for (String subject : List.of(secretary, stranger)) {
            assertThat(api().get(subject, "/ground-notices/" + notice).status()).isEqualTo(404);
            assertThat(api().get(subject, "/ground-notices").body().path("items"))
                    .isEmpty();
        }
        assertThat(api().get(stranger, "/ground-notices?unit=" + ward).status()).isEqualTo(404);
        assertThat(api().getWithoutToken("/ground-notices").status()).isEqualTo(401);
        assertThat(reads(notice)).isZero();
        api().get(inspector, "/ground-notices/" + notice);
        api().get(inspector, "/ground-notices?unit=" + ward);
        assertThat(reads(notice)).isEqualTo(2);
    }

    private long reads(UUID notice) {
        return jdbc.sql(
                        "select count(*) from platform.audit_entry where subject_type = 'ground-notice' and subject_id = ?")
                .param(notice)
                .query(Long.class)
                .single();
    }

    @Test
    void anyOrderWithDuplicatesEndsInTheNewestPicture() throws IOException {
        long seed = System.nanoTime();
        UUID notice = UUID.randomUUID();
        List<Integer> versions = new ArrayList<>(List.of(1, 2, 3, 2, 3));
        Collections.shuffle(versions, new Random(seed));
        for (int version : versions) {
            told(DUES, notice, version, example(DUES, version == 2 ? 2 : 1));
        }
        JsonNode seen = api().get(inspector, "/ground-notices/" + notice).body();
        assertThat(seen.path("version").asLong()).as("seed %d", seed).isEqualTo(3);
        assertThat(seen.path("withdrawn").asBoolean()).as("seed %d", seed).isFalse();
    }

    @Test // REM-13
    void aStrikeOffCitesWhatStands() throws IOException {
        UUID notice = told(DUES, UUID.randomUUID(), 1, example(DUES, 1));
        UUID taken = told(ABSENCE, UUID.randomUUID(), 1, example(ABSENCE, 2));
        assertThat(open(taken, "ABSENT_THREE_MONTHS").code()).isEqualTo("REM-13");
        assertThat(open(notice, "ABSENT_THREE_MONTHS").code()).isEqualTo("REM-13");
        assertThat(open(UUID.randomUUID(), "ABSENT_THREE_MONTHS").status()).isEqualTo(404);
        Answer opened = open(notice, "DUES_UNPAID_THREE_MONTHS");
        assertThat(opened.status()).isEqualTo(201);
        JsonNode cited = opened.body().at("/proceedings/file/notices/0");
        assertThat(cited.path("noticeId").asString()).isEqualTo(notice.toString());
        assertThat(cited.path("months")).isEqualTo(example(DUES, 1).path("months"));
    }

    @Test // REM-13
    void oneOfAnEntryThatWasGivenUpTellsOfTheEntryThatGoesOn() throws IOException {
        UUID notice = told(DUES, UUID.randomUUID(), 1, example(DUES, 1));
        Register register = register();
        UUID kept = register.member(branch);
        var joined =
                body("memberId", member, "slices", List.of(), "movements", List.of(), "mergedInto", kept.toString());
        register.received("org.member-merged.v1", member, 2, json.valueToTree(joined));
        register.arrives();
        Answer opened = open(notice, "DUES_UNPAID_THREE_MONTHS");
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    }

    @Test // REM-14
    void whatIsTakenBackMeanwhileIsAnsweredForWhenItIsDecided() throws IOException {
        UUID notice = told(DUES, UUID.randomUUID(), 1, example(DUES, 1));
        Answer opened = open(notice, "DUES_UNPAID_THREE_MONTHS");
        told(DUES, notice, 2, example(DUES, 2));
        Register register = register();
        String committee = register.officer("COMMITTEE_OFFICER", district);
        register.arrives();
        Answer reviewed =
                step(inspector, opened, "self-review", body("on", "2024-02-10", "submitted", true, "requests", 1));
        Answer voted = step(inspector, reviewed, "branch-ballot", body("on", "2024-03-01", "valid", 9, "inFavour", 9));
        Answer proposed = step(
                inspector,
                voted,
                "base-ballot",
                body("on", "2024-03-10", "bodyUnitId", ward, "entitled", 15, "valid", 15, "inFavour", 14));
        Map<String, Object> decision = body(
                "number",
                "77-QĐ/QU",
                "deciderUnitId",
                district,
                "signedOn",
                "2024-03-20",
                "entitled",
                11,
                "inFavour",
                9);
        Answer warned = step(committee, proposed, "decision", decision);
        assertThat(warned.code()).isEqualTo("warnings-unanswered");
        decision.put("overrides", Map.of("REM-14", "Paid after the branch had voted"));
        Answer decided = step(committee, proposed, "decision", decision);
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.body().at("/decision/warnings/0").asString()).isEqualTo("REM-14");
    }

    private Answer open(UUID notice, String ground) {
        return api().post(
                        inspector,
                        "/removals",
                        body(
                                "kind",
                                "STRIKE_OFF",
                                "memberId",
                                member,
                                "grounds",
                                List.of(ground),
                                "noticeIds",
                                List.of(notice),
                                "openedOn",
                                "2024-01-05"));
    }

    private Answer step(String officer, Answer before, String name, Map<String, Object> body) {
        return api().post(
                        officer,
                        "/removals/" + before.id("caseId") + "/" + name,
                        body,
                        Api.ifMatch(before.body().path("version").asLong()));
    }

    private List<UUID> listed(String query) {
        return api().get(inspector, "/ground-notices" + query)
                .body()
                .path("items")
                .valueStream()
                .map(item -> UUID.fromString(item.path("noticeId").asString()))
                .toList();
    }

    private UUID told(String type, UUID notice, long version, ObjectNode data) {
        Register register = register();
        register.received(type, notice, version, data);
        register.arrives();
        return notice;
    }

    /** The example, of this branch's member. */
    private ObjectNode example(String type, int number) throws IOException {
        ObjectNode data = (ObjectNode) json.readTree(Files.readString(ORG.resolve(type + "." + number + ".json")));
        return data.put("memberId", member.toString()).put("unitId", branch.toString());
    }
}
