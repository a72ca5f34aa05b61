package tusoi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Api.body;
import static tusoi.review.Api.ifMatch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
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
    private static final Description API = Description.of("review");
    private static final List<String> ROLES = List.of("ORGANISATION_OFFICER", "COMMITTEE_OFFICER", "SECRETARY");

    @Autowired
    private Environment environment;

    private UUID province = UUID.randomUUID();
    private String officer = "";

    @BeforeEach
    void aProvinceWithOneWhoMayDoEverything() {
        Register register = register();
        province = register.organisation("PROVINCE", null);
        officer = register.officer("REGISTER_ADMINISTRATOR", province);
        ROLES.forEach(role -> register.grant(officer, role, province));
        register.arrives();
    }

    @Test
    void isRefusedInItsPlaceAndLeavesNothingBehind() {
        try (Tables tables = Tables.of(environment.getRequiredProperty("TUSOI_DB_URL"))) {
            Scene some = new Scene();
            var report = new BadInput(
                            API,
                            DeadLetterCalls.into(calls()),
                            new Caller(api().url(), () -> TestTokens.bearer(officer)),
                            tables,
                            List.of(province, some.member, UUID.fromString(some.cycle())))
                    .run();
            System.out.println("review-service: " + report);
            assertThat(report.faults()).isEmpty();
        }
    }

    @Test
    void everyTextListAndMapThatIsSentIsBounded() {
        assertThat(API.unbounded()).isEmpty();
    }

    private Calls calls() {
        Calls calls = new Calls()
                .on("POST /cycles", () -> Call.body(new Scene().cycleBody()))
                .on("GET /cycles/{id}", () -> Call.plain().path("id", new Scene().cycle()))
                .on("GET /cycles/{cycle}/reviews", () -> Call.plain().path("cycle", new Scene().cycle()))
                .on("GET /reviews/{id}", () -> Call.plain().path("id", new Scene().review()))
                .on("GET /targets", () -> Call.plain().query("unit", province))
                .on("POST /targets", 201, () -> Call.body(new Scene().target()))
                .on("GET /targets/{id}", () -> Call.plain().path("id", new Scene().setTarget()))
                .on("POST /targets/{id}/cancellation", 200, () -> Call.body(body("reason", "Đặt nhầm"))
                        .path("id", new Scene().setTarget())
                        .ifMatch(1))
                .on("POST /targets/{id}/results", 201, () -> Call.body(result())
                        .path("id", new Scene().setTarget())
                        .ifMatch(1))
                .on("POST /targets/{id}/results/{result}/correction", 200, () -> {
                    Scene scene = new Scene();
                    String id = scene.setTarget();
                    return Call.body(body("on", "2023-10-31", "value", 3.5, "reason", "Cộng nhầm"))
                            .path("id", id)
                            .path("result", scene.recordResult(id))
                            .ifMatch(2);
                })
                .on("POST /targets/{id}/results/{result}/withdrawal", 200, () -> {
                    Scene scene = new Scene();
                    String id = scene.setTarget();
                    return Call.body(body("reason", "Của đơn vị khác"))
                            .path("id", id)
                            .path("result", scene.recordResult(id))
                            .ifMatch(2);
                });
        step(calls, "self-review", "self-reviews", 0, Scene::selfReview);
        step(calls, "proposal", "proposals", 1, Scene::proposal);
        step(calls, "decision", "decisions", 2, Scene::decision);
        step(calls, "revision", "revisions", 3, Scene::revision);
        // REV-17: a member's review is not reported; all else of the call is as it should be.
        step(calls, 422, "report", "reports", 3, Scene::report);
        return calls;
    }

    private static Map<String, Object> result() {
        return body("on", "2023-09-30", "value", 3.5);
    }

    private void step(Calls calls, String one, String many, int done, Function<Scene, Map<String, Object>> body) {
        step(calls, 200, one, many, done, body);
    }

    private void step(
            Calls calls, int status, String one, String many, int done, Function<Scene, Map<String, Object>> body) {
        calls.on("POST /reviews/{id}/" + one, status, () -> {
            Scene scene = new Scene();
            return Call.body(body.apply(scene))
                    .path("id", scene.reviewAfter(done))
                    .ifMatch(done + 1L);
        });
        calls.on("POST /cycles/{cycle}/bulk/" + many, status, () -> {
            Scene scene = new Scene();
            var item = body.apply(scene);
            item.put("reviewId", scene.reviewAfter(done));
            return Call.body(Map.of("items", List.of(item))).path("cycle", scene.cycle());
        });
    }

    /** A district of its own with one ward, its branch and six members. */
    private final class Scene {
        private final UUID district;
        private final UUID ward;
        private final UUID member;
        private String opened = "";

        Scene() {
            Register register = register();
            district = register.organisation("DISTRICT", province);
            ward = register.organisation("GRASSROOTS", district);
            UUID branch = register.branch(ward);
            member = register.member(branch);
            for (int i = 0; i < 5; i++) {
                register.member(branch);
            }
            register.arrives();
        }

        Map<String, Object> cycleBody() {
            return body(
                    "year",
                    2022,
                    "kind",
                    "ANNUAL",
                    "openedByUnitId",
                    district,
                    "openedOn",
                    "2022-11-15",
                    "dueOn",
                    "2022-12-31",
                    "subjectTypes",
                    List.of("MEMBER"),
                    "overrides",
                    Map.of("REV-02", "Trường học"));
        }

        String cycle() {
            if (opened.isEmpty()) {
                opened = api().post(officer, "/cycles", cycleBody()).id("cycleId");
            }
            return opened;
        }

        String review() {
            return jdbc.sql("select id::text from review.review where cycle_id = :cycle and subject_id = :subject")
                    .param("cycle", UUID.fromString(cycle()))
                    .param("subject", member)
                    .query(String.class)
                    .single();
        }

        String reviewAfter(int steps) {
            String review = review();
            List<Map<String, Object>> bodies = List.of(selfReview(), proposal(), decision());
            List<String> names = List.of("self-review", "proposal", "decision");
            for (int i = 0; i < steps; i++) {
                var done =
                        api().post(officer, "/reviews/" + review + "/" + names.get(i), bodies.get(i), ifMatch(i + 1));
                assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
            }
            return review;
        }

        Map<String, Object> selfReview() {
            return body("on", "2022-12-01", "grade", "GOOD", "text", "Tự soi");
        }

        Map<String, Object> proposal() {
            return body(
                    "on",
                    "2022-12-05",
                    "grade",
                    "GOOD",
                    "ballots",
                    body("eligible", 6, "present", 6, "inFavour", 6),
                    "overrides",
                    Map.of("REV-08", "Họp muộn"));
        }

        Map<String, Object> decision() {
            return body(
                    "on", "2022-12-12", "grade", "GOOD", "deciderUnitId", ward, "overrides", Map.of("REV-13", "Muộn"));
        }

        Map<String, Object> revision() {
            return body(
                    "on",
                    "2023-05-10",
                    "grade",
                    "NOT_COMPLETED",
                    "deciderUnitId",
                    ward,
                    "reason",
                    "Kỷ luật",
                    "overrides",
                    Map.of("REV-13", "Muộn"));
        }

        Map<String, Object> report() {
            return body("on", "2022-12-20");
        }

        Map<String, Object> target() {
            return body(
                    "unitId",
                    ward,
                    "indicator",
                    "economy.tax-revenue",
                    "name",
                    "Thu thuế trên địa bàn",
                    "from",
                    "2023-01-01",
                    "to",
                    "2023-12-31",
                    "planned",
                    5,
                    "measure",
                    "HECTARE",
                    "comparison",
                    "AT_LEAST",
                    "main",
                    true);
        }

        String setTarget() {
            var set = api().post(officer, "/targets", target());
            assertThat(set.status()).as(set.body().toString()).isEqualTo(201);
            return set.id("targetId");
        }

        String recordResult(String target) {
            var recorded = api().post(officer, "/targets/" + target + "/results", result(), ifMatch(1));
            assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
            return recorded.body().at("/results/0/resultId").asString();
        }
    }
}
