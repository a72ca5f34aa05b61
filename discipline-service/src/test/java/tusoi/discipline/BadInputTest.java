package tusoi.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.discipline.Api.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.node.ObjectNode;
import tusoi.discipline.Api.Answer;
import tusoi.testkit.TestTokens;
import tusoi.testkit.badinput.BadInput;
import tusoi.testkit.badinput.Call;
import tusoi.testkit.badinput.Caller;
import tusoi.testkit.badinput.Calls;
import tusoi.testkit.badinput.DeadLetterCalls;
import tusoi.testkit.badinput.Description;
import tusoi.testkit.badinput.Tables;

/** Every operation of the service, one thing wrong at a time. */
class BadInputTest extends SliceTest {
    private static final Description API = Description.of("discipline");

    private static final Path NOTICE = Path.of(
            System.getProperty("tusoi.root", ".."), "org-service/contracts/examples/org.dues-arrears.v1.1.json");

    @Autowired
    private Environment environment;

    private UUID district = UUID.randomUUID();
    private String officer = "";

    @BeforeEach
    void aDistrictWithOneWhoMayDoEverything() {
        Register register = register();
        district = register.organisation("DISTRICT", null);
        officer = register.officer("INSPECTION_OFFICER", district);
        register.grant(officer, "COMMITTEE_OFFICER", district);
        register.grant(officer, "REGISTER_ADMINISTRATOR", district);
        register.arrives();
    }

    @Test
    void isRefusedInItsPlaceAndLeavesNothingBehind() {
        Scene some = new Scene();
        List<UUID> strangers = List.of(
                district,
                some.member,
                UUID.fromString(some.received().id("caseId")),
                UUID.fromString(new Scene().opened().id("caseId")));
        try (Tables tables = Tables.of(environment.getRequiredProperty("TUSOI_DB_URL"))) {
            var report = new BadInput(
                            API,
                            DeadLetterCalls.into(calls()),
                            new Caller(api().url(), () -> TestTokens.bearer(officer)),
                            tables,
                            strangers)
                    .run();
            System.out.println("discipline-service: " + report);
            assertThat(report.faults()).isEmpty();
        }
    }

    @Test
    void everyTextListAndMapThatIsSentIsBounded() {
        assertThat(API.unbounded()).isEmpty();
    }

    private Calls calls() {
        Calls calls = new Calls()
                .on("POST /cases", () -> Call.body(new Scene().caseBody()))
                .on("GET /cases/{id}", () -> Call.plain()
                        .path("id", new Scene().received().id("caseId")))
                .on("GET /ground-notices/{id}", () -> Call.plain().path("id", new Scene().noticed()))
                .on("POST /removals", () -> Call.body(new Scene().removalBody()))
                .on("GET /removals/{id}", () -> Call.plain()
                        .path("id", new Scene().opened().id("caseId")));
        for (int i = 0; i < Scene.CASE_STEPS.size(); i++) {
            int done = i;
            calls.on("POST /cases/{id}/" + Scene.CASE_STEPS.get(i), () -> {
                Scene scene = new Scene();
                return next(scene.caseAfter(done), scene.caseStep(done));
            });
        }
        for (int i = 0; i < Scene.REMOVAL_STEPS.size(); i++) {
            int done = i;
            calls.on("POST /removals/{id}/" + Scene.REMOVAL_STEPS.get(i), () -> {
                Scene scene = new Scene();
                return next(scene.removalAfter(done), scene.removalStep(done));
            });
        }
        calls.on("POST /cases/{id}/annulment", () -> {
                    Scene scene = new Scene();
                    return next(scene.caseAfter(Scene.CASE_STEPS.size()), annulment(scene.ward, "2022-09-01"));
                })
                .on("POST /removals/{id}/annulment", () -> {
                    Scene scene = new Scene();
                    return next(scene.removalAfter(Scene.REMOVAL_STEPS.size()), annulment(district, "2022-06-01"));
                })
                .on("POST /conflicts/{id}/settlement", () -> Call.body(body("note", "Đã ghi nhận"))
                        .path("id", new Scene().conflict()));
        return calls.on("POST /cases/{id}/closure", () -> {
                    Scene scene = new Scene();
                    return next(scene.caseAfter(1), body("on", "2022-03-15", "reason", "NO_VIOLATION"));
                })
                .on("POST /removals/{id}/closure", () -> next(new Scene().opened(), body("on", "2022-01-20")));
    }

    private static Map<String, Object> annulment(UUID decider, String on) {
        return body("number", "31-QĐ", "deciderUnitId", decider, "on", on);
    }

    private static Call next(Answer before, Map<String, Object> body) {
        return Call.body(body)
                .path("id", before.id("caseId"))
                .ifMatch(before.body().path("version").asLong());
    }

    /** A ward of its own with one branch and nine members. */
    private final class Scene {
        static final List<String> CASE_STEPS = List.of(
                "verification", "external-sanctions", "self-review", "hearing", "ballot", "decision", "announcement");
        static final List<String> REMOVAL_STEPS = List.of("self-review", "branch-ballot", "base-ballot", "decision");

        private final UUID ward;
        private final UUID branch;
        private final UUID member;

        Scene() {
            Register register = register();
            ward = register.organisation("GRASSROOTS", district);
            branch = register.branch(ward);
            List<UUID> members = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                members.add(register.member(branch));
            }
            member = members.getFirst();
            register.arrives();
        }

        Map<String, Object> caseBody() {
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
                    "violatedOn",
                    "2021-11-15",
                    "narrative",
                    "Nội dung");
        }

        UUID conflict() {
            UUID conflict = UUID.randomUUID();
            Register register = register();
            var told = body(
                    "conflictId",
                    conflict,
                    "caseId",
                    UUID.randomUUID(),
                    "memberId",
                    member,
                    "unitId",
                    ward,
                    "reason",
                    "ORG-17");
            told.put("kind", "STRIKE_OFF");
            told.put("effectiveOn", "2022-04-01");
            register.received("org.removal-conflicted.v1", conflict, 1, json.valueToTree(told));
            register.arrives();
            return conflict;
        }

        Answer received() {
            return api().post(officer, "/cases", caseBody());
        }

        Answer caseAfter(int steps) {
            Answer answer = received();
            for (int i = 0; i < steps; i++) {
                answer = step("/cases/", answer, CASE_STEPS.get(i), caseStep(i));
            }
            return answer;
        }

        Map<String, Object> caseStep(int step) {
            return switch (CASE_STEPS.get(step)) {
                case "verification" -> body("on", "2022-03-10", "decisionNumber", "3-QĐ");
                case "external-sanctions" ->
                    body("authority", "DISTRICT_COURT", "form", "REPRIMAND", "on", "2022-03-20");
                case "self-review" -> body("on", "2022-04-01", "submitted", true, "proposedForm", "REPRIMAND");
                case "hearing" -> body("on", "2022-04-20", "attended", true);
                case "ballot" ->
                    body("on", "2022-05-01", "entitled", 9, "valid", 9, "inFavour", Map.of("REPRIMAND", 8));
                case "decision" ->
                    body(
                            "number",
                            "12-QĐ",
                            "form",
                            "REPRIMAND",
                            "deciderUnitId",
                            ward,
                            "signedOn",
                            "2022-06-10",
                            "entitled",
                            15,
                            "inFavour",
                            13,
                            "overrides",
                            Map.of("DIS-07", "Phát hiện muộn"));
                default -> body("on", "2022-06-20", "overrides", Map.of("DIS-12", "Muộn"));
            };
        }

        Map<String, Object> removalBody() {
            return body(
                    "kind",
                    "STRIKE_OFF",
                    "memberId",
                    member,
                    "unitId",
                    branch,
                    "grounds",
                    List.of("ABSENT_THREE_MONTHS", "DUES_UNPAID_THREE_MONTHS"),
                    "openedOn",
                    "2022-01-05");
        }

        /** As org-service tells it, of this member. */
        UUID noticed() {
            UUID notice = UUID.randomUUID();
            try {
                ObjectNode data = (ObjectNode) json.readTree(Files.readString(NOTICE));
                data.put("memberId", member.toString()).put("unitId", branch.toString());
                Register register = register();
                register.received("org.dues-arrears.v1", notice, 1, data);
                register.arrives();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return notice;
        }

        Answer opened() {
            return api().post(officer, "/removals", removalBody());
        }

        Answer removalAfter(int steps) {
            Answer answer = opened();
            for (int i = 0; i < steps; i++) {
                answer = step("/removals/", answer, REMOVAL_STEPS.get(i), removalStep(i));
            }
            return answer;
        }

        Map<String, Object> removalStep(int step) {
            return switch (REMOVAL_STEPS.get(step)) {
                case "self-review" -> body("on", "2022-02-10", "submitted", false, "requests", 3);
                case "branch-ballot" -> body("on", "2022-03-01", "entitled", 9, "valid", 9, "inFavour", 8);
                case "base-ballot" ->
                    body("on", "2022-03-10", "bodyUnitId", ward, "entitled", 15, "valid", 15, "inFavour", 14);
                default ->
                    body(
                            "number",
                            "77-QĐ",
                            "deciderUnitId",
                            district,
                            "signedOn",
                            "2022-03-20",
                            "entitled",
                            11,
                            "inFavour",
                            9);
            };
        }

        private Answer step(String path, Answer before, String name, Map<String, Object> body) {
            Answer answer = api().post(
                            officer,
                            path + before.id("caseId") + "/" + name,
                            body,
                            Api.ifMatch(before.body().path("version").asLong()));
            assertThat(answer.status()).as(name + answer.body()).isEqualTo(200);
            return answer;
        }
    }
}
