package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.decision;
import static tusoi.org.Register.made;
import static tusoi.org.Register.memberBody;
import static tusoi.org.Register.paper;
import static tusoi.org.Register.transferBody;
import static tusoi.org.ValidCalls.body;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.Register.Answer;
import tusoi.platform.persistence.Loader;

/** Several at once: one does it, the others are told what to do, and nothing is half done. */
@OrgTest
class TwoAdministratorsTest {
    private static final int MANY = 6;
    private static final String DAY = "2024-07-01";

    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    JsonMapper json;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";

    @BeforeEach
    void aWardWithABranch() {
        ward = register.ward();
        branch = register.branch(ward);
    }

    @Test
    void ofThoseWhoChangeOneUnitOneDoesAndTheOthersReadItAgain() {
        var body = body("name", "Chi bộ khác", "decision", decision(DAY));
        List<Answer> answers =
                AtOnce.times(MANY, () -> register.change(ADMIN, "/units/" + branch + "/rename", 1, body));
        onlyOne(answers, 412);
        assertThat(refused(answers)).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("stale-version");
            assertThat(answer.body().path("place").asString()).isEqualTo("If-Match");
            assertThat(answer.body().path("remedy").asString()).contains("again");
        });
        assertThat(register.get(ADMIN, "/units/" + branch).version()).isEqualTo(2);
        assertThat(events(branch)).isEqualTo(2);
    }

    // ORG-01
    @Test
    void twoMovesThatTogetherWouldMakeACycleAreNotBothMade() {
        String other = register.ward();
        List<Answer> answers = AtOnce.all(List.of(() -> moved(ward, other), () -> moved(other, ward)));
        onlyOne(answers, 422);
        assertThat(refused(answers).getFirst().rule()).isEqualTo("ORG-01");
        assertThat(register.get(ADMIN, "/units/" + ward).version()
                        + register.get(ADMIN, "/units/" + other).version())
                .isEqualTo(3);
        assertThat(register.get(ADMIN, "/units/" + branch + "/path?asOf=" + DAY).status())
                .isEqualTo(200);
    }

    private Answer moved(String unit, String under) {
        return register.change(
                ADMIN,
                "/units/" + unit + "/re-parent",
                1,
                body("parentId", under, "decision", decision(DAY), "overrides", Map.of("ORG-07", "Thí điểm")));
    }

    @Test
    void aReorganisationAndAChangeOfOneOfItsUnitsAreNotBothMadeUnseen() {
        String sister = register.branch(ward);
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister)))
                .id();
        String seen = reorganising.fingerprint(id);
        var name = body("name", "Chi bộ khác", "decision", decision("2024-01-01"));
        List<Answer> answers = AtOnce.all(List.of(
                () -> reorganising.confirm(id, seen),
                () -> register.change(ADMIN, "/units/" + branch + "/rename", 1, name)));
        Answer confirmed = answers.getFirst();
        Answer renamed = answers.getLast();
        assertThat(List.of(confirmed.status(), renamed.status()))
                .as(confirmed.text() + renamed.text())
                .isIn(List.of(200, 412), List.of(409, 200));
        if (confirmed.status() == 409) {
            assertThat(confirmed.code()).isEqualTo("preview-stale");
            assertThat(confirmed.body().path("remedy").asString()).isNotBlank();
            assertThat(register.get(ADMIN, "/reorganisations/" + id)
                            .body()
                            .path("state")
                            .asString())
                    .isEqualTo("DRAFT");
        }
        assertThat(register.get(ADMIN, "/units/" + branch + "?asOf=2024-06-30").version())
                .isEqualTo(2);
    }

    @Test
    void aChangeConfirmedAfterADirectOneIsStale() {
        String sister = register.branch(ward);
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister)))
                .id();
        String seen = reorganising.fingerprint(id);
        made(register.change(
                ADMIN, "/units/" + sister + "/rename", 1, body("name", "Khác", "decision", decision("2024-01-01"))));
        Answer stale = reorganising.confirm(id, seen);
        assertThat(stale.status()).as(stale.text()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("preview-stale");
        assertThat(register.get(ADMIN, "/units/" + branch).version()).isEqualTo(1);
    }

    @Test
    void ofThoseWhoConfirmOneReorganisationOneDoes() {
        String sister = register.branch(ward);
        register.member(branch);
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister)))
                .id();
        String seen = reorganising.fingerprint(id);
        onlyOne(AtOnce.times(MANY, () -> reorganising.confirm(id, seen)), 409);
        assertThat(register.get(ADMIN, "/units/" + branch + "?asOf=2024-06-30").version())
                .isEqualTo(2);
    }

    @Test
    void oneKeyAtOnceDoesItOnceAndGivesEachTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        List<Answer> answers = AtOnce.times(MANY, () -> keyed(key, "Chi bộ mới"));
        List<Answer> done =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(done).isNotEmpty();
        assertThat(done.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        assertThat(keyed(key, "Chi bộ mới").text()).isEqualTo(done.getFirst().text());
        Answer other = keyed(key, "Chi bộ mới khác");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(other.body().path("place").asString()).isEqualTo("Idempotency-Key");
        assertThat(register.get(ADMIN, "/units?parent=" + ward).body().path("items"))
                .hasSize(2);
    }

    private Answer keyed(String key, String name) {
        var body = body(
                "code",
                "K" + key.substring(0, 8),
                "name",
                name,
                "level",
                "BRANCH",
                "form",
                "BRANCH",
                "kind",
                "RESIDENTIAL",
                "parentId",
                ward,
                "decision",
                decision("2010-01-01"));
        return register.send(register.request(ADMIN, "/units")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    // ORG-03
    @Test
    void oneCodeIsGivenToOneUnit() {
        String code = Register.fresh("C");
        var body = body(
                "code",
                code,
                "name",
                "Chi bộ",
                "level",
                "BRANCH",
                "form",
                "BRANCH",
                "kind",
                "SCHOOL",
                "parentId",
                ward,
                "decision",
                decision("2010-01-01"));
        onlyOne(AtOnce.times(MANY, () -> register.post(ADMIN, "/units", body)), 409, 422);
    }

    // ORG-11, ORG-22, ORG-57, ORG-61, ORG-95, ORG-101, ORG-115, ORG-126
    @Test
    void whatMayBeOnceIsOnceThoughSeveralEnterItAtOnce() {
        String sister = register.branch(ward);
        var person = new LinkedHashMap<>(memberBody(branch));
        once(() -> register.post(ADMIN, "/members", person), "/members");
        String member = register.member(branch).id();
        once(() -> register.post(ADMIN, "/members/" + member + "/posts", post()), "post");
        once(() -> register.post(ADMIN, "/members/" + member + "/temporary-activities", stay(sister)), "activity");
        once(() -> register.post(ADMIN, "/assignments", assignment(member)), "assignment");
        once(() -> register.post(ADMIN, "/meetings", meeting()), "meeting");
        once(() -> register.post(ADMIN, "/transfers", transferBody(member, sister, "2024-09-03")), "transfer");
        String other = register.member(branch).id();
        once(() -> register.post(ADMIN, "/dues/members/" + other + "/reliefs", relief()), "relief");
        once(() -> register.post(ADMIN, "/working-rules", body("unitId", branch, "content", rules(other))), "rules");
    }

    private void once(Supplier<Answer> request, String what) {
        List<Answer> answers = AtOnce.times(MANY, request);
        assertThat(answers.stream().filter(answer -> answer.status() / 100 == 2))
                .as(what + answers)
                .hasSize(1);
        assertThat(refused(answers)).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isIn(409, 422);
            assertThat(answer.body().path("detail").asString()).isNotBlank();
        });
    }

    private Map<String, Object> post() {
        return body(
                "unitId",
                branch,
                "post",
                "NEIGHBOURHOOD_HEAD",
                "external",
                true,
                "validFrom",
                "2024-01-01",
                "mode",
                "ELECTED");
    }

    private static Map<String, Object> stay(String host) {
        return body(
                "hostUnitId",
                host,
                "purpose",
                "WORK",
                "from",
                "2024-01-01",
                "to",
                "2024-07-01",
                "decision",
                paper("2024-01-01"));
    }

    private Map<String, Object> assignment(String member) {
        return body(
                "memberId", member, "unitId", branch, "validFrom", "2024-06-01", "overrides", Map.of("ORG-93", "x"));
    }

    private Map<String, Object> meeting() {
        return body("unitId", branch, "month", "2023-05", "plannedOn", "2023-05-05");
    }

    private static Map<String, Object> relief() {
        return body(
                "kind",
                "EXEMPT",
                "ground",
                "PARTY_AGE_50",
                "fromMonth",
                "2023-01",
                "decision",
                body("number", "3-QĐ", "body", "Đảng ủy", "signedOn", "2022-12-20"));
    }

    private static Map<String, Object> rules(String member) {
        return body(
                "documentNumber",
                "1-QC",
                "adoptedOn",
                "2023-01-01",
                "validFrom",
                "2023-01-01",
                "attachment",
                body("fileName", "quy-che.pdf", "mediaType", "application/pdf", "bytes", 10, "sha256", "a".repeat(64)),
                "tasks",
                List.of(body("memberId", member, "task", "Dân vận")));
    }

    private static List<Answer> refused(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() / 100 != 2).toList();
    }

    private static void onlyOne(List<Answer> answers, Integer... refusals) {
        assertThat(answers.stream().filter(answer -> answer.status() / 100 == 2))
                .as(answers.stream().map(Answer::text).toList().toString())
                .hasSize(1);
        assertThat(refused(answers))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isIn((Object[]) refusals));
    }

    private int events(String unit) {
        return loader.sql("select count(*) from platform.outbox where aggregate_id = ?::uuid")
                .param(unit)
                .query(Integer.class)
                .single();
    }
}
