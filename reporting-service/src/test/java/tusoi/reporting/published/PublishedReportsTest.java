package tusoi.reporting.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;
import tusoi.reporting.proof.Verification;

@ReportingTest
class PublishedReportsTest {
    private static final String REPORTS = "/api/reporting/v1/published-reports";
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    private JdbcClient app;

    @Autowired
    @Loader
    private JdbcClient loader;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID branch;

    @BeforeEach
    void twoWards() {
        feed.clear();
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID other = history.unit("D.X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        history.member(branch, SINCE, "REGISTERED");
        history.member(branch, LocalDate.of(2022, 3, 1), "ADMITTED");
        history.account("officer", "ORGANISATION_OFFICER", district);
        history.account("reader", "OBSERVER", district);
        history.account("ward-officer", "ORGANISATION_OFFICER", ward);
        history.account("ward-observer", "OBSERVER", ward);
        history.account("inspector", "INSPECTION_OFFICER", ward);
        history.account("other-officer", "ORGANISATION_OFFICER", other);
        feed.all(history);
    }

    @Test
    void whatWasPublishedIsSignedAndCanBeChecked() {
        JsonNode published = publish("officer", Map.of());
        byte[] file =
                asking.get("reader", REPORTS + "/" + id(published) + "/file").getContentAsByteArray();
        Verification found = Verification.of(file, Set.of(published.get("keyId").asString()));
        assertThat(found.findings()).isEmpty();
        JsonNode signed = JsonMapper.shared().readTree(file);
        assertThat(signed.get("sha256").asString())
                .isEqualTo(published.get("sha256").asString());
        assertThat(signed.at("/document/report/knownAt").asString())
                .isEqualTo(history.now().toString());
        assertThat(signed.at("/document/definitions/indicators/member.admitted").asInt())
                .isPositive();
        JsonNode keys = json(asking.get("reader", "/api/reporting/v1/report-keys"));
        assertThat(keys.at("/items/0/keyId").asString())
                .isEqualTo(published.get("keyId").asString());
        assertThat(keys.at("/items/0/publicKey").asString())
                .isEqualTo(signed.at("/signature/publicKey").asString());
    }

    @Test
    void whatIsRecordedLaterDoesNotChangeIt() {
        JsonNode published = publish("officer", Map.of());
        byte[] before =
                asking.get("reader", REPORTS + "/" + id(published) + "/file").getContentAsByteArray();
        history.member(branch, LocalDate.of(2022, 4, 1), "ADMITTED");
        feed.all(history);
        assertThat(asking.get("reader", REPORTS + "/" + id(published) + "/file").getContentAsByteArray())
                .isEqualTo(before);
    }

    @Test
    void aCorrectionNamesTheFormerReportWhatIsDifferentAndWhy() {
        JsonNode former = publish("officer", Map.of());
        history.member(branch, LocalDate.of(2022, 4, 1), "ADMITTED");
        feed.all(history);
        JsonNode later = publish("officer", Map.of("replaces", id(former), "reason", "Kết nạp ghi nhận muộn"));
        JsonNode file = json(asking.get("officer", REPORTS + "/" + id(later) + "/file"));
        JsonNode corrects = file.at("/document/corrects");
        assertThat(corrects.get("sha256").asString())
                .isEqualTo(former.get("sha256").asString());
        assertThat(corrects.get("changes").valueStream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"row\":\"D.W\",\"column\":\"member.admitted\",\"before\":1,\"after\":2}",
                        "{\"row\":\"D.W\",\"column\":\"member.closing\",\"before\":2,\"after\":3}",
                        "{\"row\":\"total\",\"column\":\"member.admitted\",\"before\":1,\"after\":2}",
                        "{\"row\":\"total\",\"column\":\"member.closing\",\"before\":2,\"after\":3}");
        assertThat(corrects.get("recordedMeanwhile")
                        .valueStream()
                        .map(recorded -> recorded.get("fact").asString() + " "
                                + recorded.get("unit").asString() + " "
                                + recorded.get("aggregates").asInt()))
                .containsExactlyInAnyOrder("membership D.W 1", "movement D.W 1");
        assertThat(Verification.of(
                                file.toString().getBytes(StandardCharsets.UTF_8),
                                Set.of(later.get("keyId").asString()))
                        .findings())
                .isEmpty();
        assertThat(json(asking.get("reader", REPORTS + "/" + id(former)))
                        .get("replacedBy")
                        .asString())
                .isEqualTo(id(later));
        assertThat(publishing("officer", Map.of("replaces", id(former), "reason", "Lần nữa"))
                        .getStatus())
                .isEqualTo(409);
        String page = text(asking.get("reader", REPORTS + "/" + id(later) + "/certificate"));
        assertThat(page).contains("Đính chính báo cáo " + id(former), "Kết nạp ghi nhận muộn");
    }

    @Test
    void aCorrectionTellsOfNothingThatItsReportDoesNotCount() {
        JsonNode former = publish("officer", Map.of());
        UUID member = history.member(branch, LocalDate.of(2022, 4, 1), "ADMITTED");
        LocalDate day = LocalDate.of(2022, 6, 1);
        history.discipline("MEMBER", member, branch, "REPRIMAND", day, List.of("OTHER"));
        history.removal("STRIKE_OFF", member, branch, day, List.of("CARD_RETURNED"));
        feed.all(history);
        JsonNode later = publish("officer", Map.of("replaces", id(former), "reason", "Ghi nhận muộn"));
        JsonNode recorded = json(asking.get("officer", REPORTS + "/" + id(later) + "/file"))
                .at("/document/corrects/recordedMeanwhile");
        assertThat(recorded.valueStream().map(each -> each.get("fact").asString()))
                .containsExactlyInAnyOrder("membership", "movement");
    }

    @Test
    void theSameIsPublishedOnceAndThenCorrected() {
        JsonNode former = publish("officer", Map.of());
        assertThat(publishing("officer", Map.of()).getStatus()).isEqualTo(409);
        history.member(branch, LocalDate.of(2022, 4, 1), "ADMITTED");
        feed.all(history);
        assertThat(publishing("officer", Map.of()).getStatus()).isEqualTo(409);
        Map<String, Object> corrects = Map.of("replaces", id(former), "reason", "Ghi nhận muộn");
        assertThat(publishing("officer", with(corrects, "asOf", "2022-06-30")).getStatus())
                .as("the tree of another day")
                .isEqualTo(409);
        publish("officer", corrects);
        assertThat(publishing("officer", Map.of()).getStatus()).isEqualTo(409);
        publish("officer", Map.of("asOf", "2022-06-30"));
    }

    @Test
    void whoMaySeeTheSmallPartsOfAReportPublishesIt() {
        Map<String, Object> discipline = Map.of("unit", "D.W", "report", "discipline");
        assertThat(publishing("ward-officer", discipline).getStatus()).isEqualTo(403);
        assertThat(publishing("ward-observer", discipline).getStatus()).isEqualTo(403);
        assertThat(publishing("inspector", with(discipline, "report", "grades")).getStatus())
                .isEqualTo(403);
        assertThat(publishing("inspector", with(discipline, "unit", "D.X")).getStatus())
                .isEqualTo(404);
        JsonNode published = publish("inspector", discipline);
        assertThat(asking.get("ward-officer", REPORTS + "/" + id(published)).getStatus())
                .isEqualTo(403);
    }

    @Test
    void theListHasOnlyWhatItsReaderMayRead() {
        publish("ward-officer", Map.of("unit", "D.W"));
        publish("inspector", Map.of("unit", "D.W", "report", "discipline"));
        assertThat(listed("ward-officer")).containsExactly("member-movement");
        assertThat(listed("inspector")).containsExactly("discipline", "member-movement");
        assertThat(listed("ward-observer")).isEmpty();
    }

    private List<String> listed(String subject) {
        return json(asking.get(subject, REPORTS + "?unit=D.W"))
                .get("items")
                .valueStream()
                .map(item -> item.get("report").asString())
                .toList();
    }

    @Test
    void aCorrectionOfSomethingElseIsRefused() {
        JsonNode former = publish("officer", Map.of());
        Map<String, Object> same = Map.of("replaces", id(former), "reason", "Sai");
        assertThat(publishing("officer", same).getStatus())
                .as("nothing new is known")
                .isEqualTo(409);
        history.member(branch, LocalDate.of(2022, 4, 1), "ADMITTED");
        feed.all(history);
        assertThat(publishing("officer", with(same, "year", 2021)).getStatus()).isEqualTo(409);
        assertThat(publishing("officer", with(same, "report", "discipline")).getStatus())
                .isEqualTo(409);
        assertThat(publishing(
                                "officer",
                                with(same, "replaces", UUID.randomUUID().toString()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(publishing("officer", Map.of("replaces", id(former))).getStatus())
                .isEqualTo(400);
    }

    @Test
    void theCertificateIsAPageInVietnameseWithWhatItCanBeCheckedBy() {
        JsonNode published = publish("officer", Map.of());
        MockHttpServletResponse response = asking.get("reader", REPORTS + "/" + id(published) + "/certificate");
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(text(response))
                .contains(
                        "lang=\"vi\"",
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "Biến động đảng viên",
                        "31/12/2022",
                        published.get("sha256").asString(),
                        published.get("keyId").asString(),
                        "Tổng cộng")
                .doesNotContain("<script");
    }

    @Test
    void whoDoesNotAnswerForTheUnitNeitherPublishesNorReads() {
        assertThat(publishing("reader", Map.of()).getStatus()).isEqualTo(403);
        assertThat(publishing("other-officer", Map.of("unit", "D.W")).getStatus())
                .isEqualTo(404);
        JsonNode published = publish("ward-officer", Map.of("unit", "D.W"));
        for (String path : List.of("", "/file", "/certificate")) {
            assertThat(asking.get("other-officer", REPORTS + "/" + id(published) + path)
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(asking.get("other-officer", REPORTS + "?unit=D.W").getStatus())
                .isEqualTo(404);
    }

    @Test
    void aBasesTableIsForThoseWhoMaySeeItsSmallParts() {
        JsonNode published = publish("ward-officer", Map.of("unit", "D.W"));
        String path = REPORTS + "/" + id(published);
        assertThat(asking.get("ward-officer", path + "/file").getStatus()).isEqualTo(200);
        assertThat(asking.get("ward-observer", path + "/file").getStatus()).isEqualTo(403);
        assertThat(asking.get("ward-observer", path + "/certificate").getStatus())
                .isEqualTo(403);
    }

    @Test
    void theListIsPagedLatestFirst() {
        publish("officer", Map.of());
        JsonNode second = publish("officer", Map.of("report", "discipline"));
        JsonNode first = json(asking.get("reader", REPORTS + "?unit=D&size=1"));
        assertThat(first.get("items").size()).isEqualTo(1);
        assertThat(first.at("/items/0/id").asString()).isEqualTo(id(second));
        JsonNode next = json(asking.get(
                "reader", REPORTS + "?unit=D&size=1&after=" + first.get("next").asString()));
        assertThat(next.at("/items/0/report").asString()).isEqualTo("member-movement");
    }

    @Test
    void nobodyChangesOrDeletesWhatWasPublished() {
        JsonNode published = publish("officer", Map.of());
        for (JdbcClient role : List.of(app, loader)) {
            for (String statement : List.of("update published.report set file = 'x'", "delete from published.report")) {
                assertThatThrownBy(() -> role.sql(statement + " where id = :id")
                                .param("id", UUID.fromString(id(published)))
                                .update())
                        .hasStackTraceContaining("permission denied");
            }
        }
    }

    @Test
    void aReasonThatHoldsAPersonsNumberIsNeverSigned() {
        JsonNode former = publish("officer", Map.of());
        history.member(branch, LocalDate.of(2022, 4, 1), "ADMITTED");
        feed.all(history);
        MockHttpServletResponse refused =
                publishing("officer", Map.of("replaces", id(former), "reason", "Sót CCCD 092 085 001 234"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("reason-tells-of-a-person").doesNotContain("092");
        assertThat(json(asking.get("officer", REPORTS + "/" + id(former)))
                        .get("replacedBy")
                        .isNull())
                .isTrue();
    }

    private JsonNode publish(String subject, Map<String, Object> otherwise) {
        MockHttpServletResponse response = publishing(subject, otherwise);
        assertThat(response.getStatus()).as(text(response)).isEqualTo(201);
        return JsonMapper.shared().readTree(text(response));
    }

    private MockHttpServletResponse publishing(String subject, Map<String, Object> otherwise) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("report", "member-movement", "unit", "D", "year", 2022));
        body.putAll(otherwise);
        return asking.post(subject, REPORTS, body);
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    private static String id(JsonNode published) {
        return published.get("id").asString();
    }

    private static JsonNode json(MockHttpServletResponse response) {
        assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
        return JsonMapper.shared().readTree(text(response));
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
