package tusoi.review.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Api.body;
import static tusoi.review.Api.ifMatch;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tusoi.review.Api.Answer;
import tusoi.review.SliceTest;
import tusoi.review.contract.Contracts;

class TargetResultsSliceTest extends SliceTest {
    private UUID ward = UUID.randomUUID();
    private String officer = "";
    private String secretary = "";
    private String observer = "";
    private String stranger = "";
    private String target = "";

    @BeforeEach
    void aWardWithAPlanInDong() {
        var register = register();
        UUID district = register.organisation("DISTRICT", null);
        ward = register.organisation("GRASSROOTS", district);
        officer = register.officer("ORGANISATION_OFFICER", district);
        secretary = register.officer("SECRETARY", ward);
        observer = register.officer("OBSERVER", ward);
        stranger = register.officer("SECRETARY", register.organisation("GRASSROOTS", district));
        register.arrives();
        target = api().post(officer, "/targets", plan("4000000000")).id("targetId");
    }

    @Test
    void resultsAreRecordedCorrectedAndWithdrawn() throws IOException {
        var half = record(1, "2022-06-30", "2150000000");
        var year = record(2, "2022-12-31", "3990000000");
        assertThat(half.status()).as(half.body().toString()).isEqualTo(201);
        assertThat(half.etag()).isEqualTo("\"2\"");
        assertThat(achieved(year)).containsExactly(false, false);

        String last = year.body().at("/results/1/resultId").asString();
        var corrected = api().post(
                        secretary,
                        results("/" + last + "/correction"),
                        body("on", "2022-12-31", "value", new BigDecimal("4100000000"), "reason", "Sót một khoản"),
                        ifMatch(3));
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(achieved(corrected)).containsExactly(false, true);
        assertThat(corrected.body().at("/results/1/profile").asString()).isEqualTo("132+21-HD");

        String first = corrected.body().at("/results/0/resultId").asString();
        var withdrawn =
                api().post(secretary, results("/" + first + "/withdrawal"), body("reason", "Chưa chốt"), ifMatch(4));
        assertThat(achieved(withdrawn)).containsExactly(true);
        assertThat(api().get(observer, "/targets/" + target).body().path("results"))
                .isEqualTo(withdrawn.body().path("results"));
        assertThat(api().get(observer, "/targets?unit=" + ward)
                        .body()
                        .at("/items/0/results/0/value")
                        .asString())
                .isEqualTo("4100000000");

        assertThat(events())
                .extracting(Event::type)
                .containsExactly(
                        "review.target-set.v1",
                        "review.target-result-recorded.v1",
                        "review.target-result-recorded.v1",
                        "review.target-result-corrected.v1",
                        "review.target-result-withdrawn.v1");
        for (Event event : events()) {
            assertThat(Contracts.misfits(event.type(), event.data().toString())).isEmpty();
            assertThat(event.data().toString())
                    .as("a name is free text and stays")
                    .doesNotContain("Thu thuế");
        }
        assertThat(counted(ward))
                .containsEntry("target 2022", 1L)
                .containsEntry("target-result 2022 ACHIEVED", 1L)
                .doesNotContainKey("target-result 2022 MISSED");
        assertThat(events().get(3).data().at("/results/1/value").asString()).isEqualTo("4100000000");
    }

    @Test // REV-21
    void aCorrectedPlanJudgesItsResultsAnew() {
        record(1, "2022-12-31", "3990000000");
        var lower = api().post(officer, "/targets", plan("3990000000"));
        assertThat(lower.etag()).isEqualTo("\"3\"");
        assertThat(achieved(lower)).containsExactly(true);
    }

    @Test
    void theSameCorrectionAgainChangesNothing() {
        var recorded = record(1, "2022-12-31", "3990000000");
        String result = recorded.body().at("/results/0/resultId").asString();
        var same = api().post(
                        secretary,
                        results("/" + result + "/correction"),
                        body("on", "2022-12-31", "value", new BigDecimal("3990000000.0"), "reason", "Như cũ"),
                        ifMatch(2));
        assertThat(same.etag()).isEqualTo("\"2\"");
        assertThat(events()).hasSize(2);
    }

    @Test
    void aKeyGivenTwiceIsOneResult() {
        Map<String, Object> body = body("on", "2022-06-30", "value", new BigDecimal("1"));
        String[] headers = {"If-Match", "\"1\"", "Idempotency-Key", "once-" + target};
        var first = api().post(secretary, results(""), body, headers);
        var again = api().post(secretary, results(""), body, headers);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(events()).hasSize(2);
    }

    @Test
    void aVersionThatIsNotReadAnyMoreIsStale() {
        record(1, "2022-06-30", "1");
        assertThat(record(1, "2022-07-31", "2").status()).isEqualTo(412);
        assertThat(api().post(secretary, results(""), body("on", "2022-07-31", "value", new BigDecimal("2")))
                        .status())
                .isEqualTo(428);
    }

    @Test // REV-19, REV-20, REV-22
    void aResultThatCannotBeIsRefusedWithItsRule() {
        assertThat(record(1, "2021-12-31", "1").code()).isEqualTo("REV-20");
        assertThat(record(1, "2023-01-01", "1").code()).isEqualTo("REV-20");
        assertThat(record(1, "2022-06-30", "0.5").code()).isEqualTo("REV-19");
        assertThat(record(1, "2022-06-30", "-1").code()).isEqualTo("REV-19");
        assertThat(record(1, "2022-06-30", "1000000000000000").status()).isEqualTo(400);
        assertThat(record(1, "2022-06-30", "1e400000").status()).isEqualTo(400);
        assertThat(record(1, "2022-06-30", "999999999999999").status()).isEqualTo(201);
        var admissions = api().post(
                        officer,
                        "/targets",
                        body(
                                "unitId",
                                ward,
                                "indicator",
                                "member.admitted",
                                "from",
                                "2022-01-01",
                                "to",
                                "2022-12-31",
                                "planned",
                                5));
        assertThat(admissions.body().path("measure").asString()).isEqualTo("PERSON");
        assertThat(api().post(
                                secretary,
                                "/targets/" + admissions.id("targetId") + "/results",
                                body("on", "2022-06-30", "value", new BigDecimal("5")),
                                ifMatch(1))
                        .code())
                .isEqualTo("REV-22");
    }

    @Test // REV-20
    void whatHasNotComeYetIsRefused() {
        var far = api().post(
                        officer,
                        "/targets",
                        body(
                                "unitId",
                                ward,
                                "indicator",
                                "economy.tax-revenue",
                                "from",
                                "2022-01-01",
                                "to",
                                "2199-12-31",
                                "planned",
                                5));
        assertThat(api().post(
                                secretary,
                                "/targets/" + far.id("targetId") + "/results",
                                body("on", "2199-01-01", "value", new BigDecimal("5")),
                                ifMatch(1))
                        .code())
                .isEqualTo("REV-20");
    }

    @Test
    void aCancelledTargetTakesNoResultUntilItIsSetAnew() {
        record(1, "2022-06-30", "1");
        Map<String, Object> reason = body("reason", "Không còn giao");
        assertThat(api().post(secretary, "/targets/" + target + "/cancellation", reason, ifMatch(2))
                        .status())
                .isEqualTo(403);
        var cancelled = api().post(officer, "/targets/" + target + "/cancellation", reason, ifMatch(2));
        assertThat(cancelled.body().path("cancelled").asBoolean()).isTrue();
        assertThat(record(3, "2022-07-31", "2").code()).isEqualTo("wrong-state");
        assertThat(api().post(officer, "/targets/" + target + "/cancellation", reason, ifMatch(3))
                        .status())
                .isEqualTo(409);
        var anew = api().post(officer, "/targets", plan("4000000000"));
        assertThat(anew.body().path("cancelled").asBoolean()).isFalse();
        assertThat(anew.id("targetId")).isEqualTo(target);
        assertThat(record(4, "2022-07-31", "2").status()).isEqualTo(201);
    }

    @Test
    void whatIsNotToldAnewStays() {
        Map<String, Object> told = plan("4000000000");
        told.put("comparison", "AT_MOST");
        api().post(officer, "/targets", told);
        record(2, "2022-12-31", "3990000000");
        var lower = api().post(officer, "/targets", unnamed("3980000000"));
        assertThat(lower.etag()).as(lower.body().toString()).isEqualTo("\"4\"");
        assertThat(lower.body().path("planned").asString()).isEqualTo("3980000000");
        assertThat(achieved(lower)).containsExactly(false);
        assertStays(lower);
        api().post(officer, "/targets/" + target + "/cancellation", body("reason", "Không còn giao"), ifMatch(4));
        var revived = api().post(officer, "/targets", unnamed("3990000000"));
        assertThat(revived.body().path("cancelled").asBoolean()).isFalse();
        assertThat(achieved(revived)).containsExactly(true);
        assertStays(revived);
    }

    private static void assertStays(Answer answer) {
        assertThat(answer.body().path("measure").asString()).isEqualTo("VND");
        assertThat(answer.body().path("comparison").asString()).isEqualTo("AT_MOST");
        assertThat(answer.body().path("main").asBoolean()).isTrue();
        assertThat(answer.body().path("name").asString()).isEqualTo("Thu thuế");
    }

    @Test // REV-19
    void aWrongMeasureOfACancelledTargetIsPutRight() throws IOException {
        var recorded = record(1, "2022-06-30", "1");
        String result = recorded.body().at("/results/0/resultId").asString();
        Map<String, Object> reason = body("reason", "Nhầm đơn vị tính");
        api().post(officer, "/targets/" + target + "/cancellation", reason, ifMatch(2));
        Map<String, Object> hectares = plan("4");
        hectares.put("measure", "HECTARE");
        assertThat(api().post(officer, "/targets", hectares).code()).isEqualTo("REV-19");
        Map<String, Object> correction =
                body("on", "2022-06-30", "value", BigDecimal.valueOf(2), "reason", "Nhầm đơn vị tính");
        assertThat(api().post(secretary, results("/" + result + "/correction"), correction, ifMatch(3))
                        .code())
                .isEqualTo("wrong-state");
        var withdrawn = api().post(secretary, results("/" + result + "/withdrawal"), reason, ifMatch(3));
        assertThat(withdrawn.status()).as(withdrawn.body().toString()).isEqualTo(200);
        assertThat(withdrawn.body().path("cancelled").asBoolean()).isTrue();
        assertThat(achieved(withdrawn)).isEmpty();
        Event told = events().getLast();
        assertThat(told.type()).isEqualTo("review.target-result-withdrawn.v1");
        assertThat(Contracts.misfits(told.type(), told.data().toString())).isEmpty();
        assertThat(counted(ward)).doesNotContainKey("target-result 2022 MISSED");
        var anew = api().post(officer, "/targets", hectares);
        assertThat(anew.body().path("measure").asString()).isEqualTo("HECTARE");
        assertThat(anew.body().path("cancelled").asBoolean()).isFalse();
    }

    @Test
    void anotherWardFindsNoTargetAndAnObserverMayNotRecord() {
        var recorded = record(1, "2022-06-30", "1");
        String result = recorded.body().at("/results/0/resultId").asString();
        BigDecimal two = BigDecimal.valueOf(2);
        Map<String, Object> entry = body("on", "2022-07-31", "value", two);
        Map<String, Object> reason = body("reason", "Thử");
        assertThat(api().get(stranger, "/targets/" + target).status()).isEqualTo(404);
        Map<String, Map<String, Object>> commands = Map.of(
                "",
                entry,
                "/" + result + "/correction",
                body("on", "2022-07-31", "value", two, "reason", "Thử"),
                "/" + result + "/withdrawal",
                reason);
        commands.forEach((path, body) -> {
            assertThat(api().post(stranger, results(path), body, ifMatch(2)).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(api().post(observer, results(path), body, ifMatch(2)).status())
                    .as(path)
                    .isEqualTo(403);
        });
        assertThat(api().post(stranger, "/targets/" + target + "/cancellation", reason, ifMatch(2))
                        .status())
                .isEqualTo(404);
        assertThat(api().post(officer, "/targets/" + UUID.randomUUID() + "/results", entry, ifMatch(1))
                        .status())
                .isEqualTo(404);
        assertThat(api().post(secretary, results("/" + UUID.randomUUID() + "/withdrawal"), reason, ifMatch(2))
                        .status())
                .isEqualTo(404);
    }

    private record Event(String type, JsonNode data) {}

    private List<Event> events() {
        return jdbc.sql(
                        "select type, convert_from(data, 'UTF8') from platform.outbox where aggregate_id = :id order by seq")
                .param("id", UUID.fromString(target))
                .query((row, _) -> new Event(row.getString(1), json.readTree(row.getString(2))))
                .list();
    }

    private static List<Boolean> achieved(Answer answer) {
        return answer.body()
                .path("results")
                .valueStream()
                .map(result -> result.path("achieved").asBoolean())
                .toList();
    }

    private Answer record(long version, String on, String value) {
        return api().post(secretary, results(""), body("on", on, "value", json.readTree(value)), ifMatch(version));
    }

    private String results(String further) {
        return "/targets/" + target + "/results" + further;
    }

    private Map<String, Object> unnamed(String dong) {
        Map<String, Object> plan = plan(dong);
        List.of("name", "measure", "main").forEach(plan::remove);
        return plan;
    }

    private Map<String, Object> plan(String dong) {
        return body(
                "unitId",
                ward,
                "indicator",
                "economy.tax-revenue",
                "name",
                "Thu thuế",
                "from",
                "2022-01-01",
                "to",
                "2022-12-31",
                "planned",
                new BigDecimal(dong),
                "measure",
                "VND",
                "main",
                true);
    }
}
