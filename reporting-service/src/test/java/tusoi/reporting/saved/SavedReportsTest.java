package tusoi.reporting.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;
import tusoi.testkit.TestTokens;

@ReportingTest
class SavedReportsTest {
    private static final String SAVED = "/api/reporting/v1/saved-reports";
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient app;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));

    @BeforeEach
    void twoWards() {
        feed.clear();
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID other = history.unit("D.X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        history.account("ward", "OBSERVER", ward);
        history.account("colleague", "OBSERVER", ward);
        history.account("other", "OBSERVER", other);
        feed.all(history);
    }

    @Test
    void whatIsSavedIsTheAccountsOwn() {
        JsonNode saved = json(save("ward", Map.of()), 201);
        String path = SAVED + "/" + saved.get("id").asString();
        assertThat(json(asking.get("ward", path), 200).get("name").asString()).isEqualTo("Biến động năm nay");
        for (String stranger : new String[] {"colleague", "other"}) {
            assertThat(asking.get(stranger, path).getStatus()).isEqualTo(404);
            assertThat(asking.get(stranger, path + "/due").getStatus()).isEqualTo(404);
            assertThat(sent(stranger, path + "/deletion", 1, null).getStatus()).isEqualTo(404);
            assertThat(json(asking.get(stranger, SAVED), 200).get("items").size())
                    .isZero();
        }
        assertThat(app.sql("select count(*) from saved.report")
                        .query(Integer.class)
                        .single())
                .as("without an account")
                .isZero();
    }

    @Test
    void aUnitOutsideTheCallersScopeIsNotThere() {
        assertThat(save("other", Map.of()).getStatus()).isEqualTo(404);
        assertThat(save("ward", Map.of("unit", "D")).getStatus()).isEqualTo(404);
    }

    @Test
    void itIsChangedAndDeletedAtItsVersion() {
        String path = SAVED + "/" + json(save("ward", Map.of()), 201).get("id").asString();
        Map<String, Object> changed = body(Map.of("name", "Tên khác"));
        JsonNode second = json(sent("ward", path + "/change", 1, changed), 200);
        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("name").asString()).isEqualTo("Tên khác");
        assertThat(sent("ward", path + "/change", 1, changed).getStatus()).isEqualTo(412);
        assertThat(sent("ward", path + "/deletion", 1, null).getStatus()).isEqualTo(412);
        assertThat(sent("ward", path + "/deletion", 2, null).getStatus()).isEqualTo(204);
        assertThat(asking.get("ward", path).getStatus()).isEqualTo(404);
    }

    @Test
    void anAccountHasAHundredAtMost() {
        for (int n = 0; n < Saving.MOST_OF_AN_ACCOUNT; n++) {
            assertThat(save("ward", Map.of("name", "Báo cáo " + n)).getStatus()).isEqualTo(201);
        }
        assertThat(save("ward", Map.of()).getStatus()).isEqualTo(409);
        assertThat(save("colleague", Map.of()).getStatus()).isEqualTo(201);
    }

    @Test
    void whatIsDueOfAScheduleCanBeAskedFor() {
        Map<String, Object> monthly = new LinkedHashMap<>(body(Map.of("every", "MONTH", "afterDays", 3)));
        monthly.remove("year");
        JsonNode saved = json(asking.post("ward", SAVED, monthly), 201);
        String due = SAVED + "/" + saved.get("id").asString() + "/due";
        assertThat(json(asking.get("ward", due), 200).get("items").size()).isZero();
        Instant later = Instant.parse(saved.get("savedAt").asString()).plus(Duration.ofDays(62));
        feed.watermark(later);
        JsonNode items = json(asking.get("ward", due), 200).get("items");
        assertThat(items.size()).isBetween(1, 2);
        JsonNode one = items.get(0);
        JsonNode report = json(
                asking.get(
                        "ward",
                        "/api/reporting/v1/reports/member-movement?unit=D.W&from="
                                + one.get("from").asString() + "&to="
                                + one.get("to").asString() + "&knownAt="
                                + one.get("knownAt").asString()),
                200);
        assertThat(report.get("knownAt").asString())
                .isEqualTo(one.get("knownAt").asString());
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlace() {
        assertThat(save("ward", Map.of("report", "nothing")).getStatus()).isEqualTo(400);
        assertThat(save("ward", Map.of("every", "MONTH")).getStatus())
                .as("a year and a schedule")
                .isEqualTo(400);
        assertThat(save("ward", Map.of("afterDays", 1)).getStatus()).isEqualTo(400);
        assertThat(save("ward", Map.of("name", " ")).getStatus()).isEqualTo(400);
        assertThat(save("ward", Map.of("from", "2022-01-01")).getStatus()).isEqualTo(400);
    }

    private MockHttpServletResponse save(String subject, Map<String, Object> otherwise) {
        return asking.post(subject, SAVED, body(otherwise));
    }

    private static Map<String, Object> body(Map<String, Object> otherwise) {
        Map<String, Object> body = new LinkedHashMap<>(
                Map.of("name", "Biến động năm nay", "report", "member-movement", "unit", "D.W", "year", 2022));
        body.putAll(otherwise);
        return body;
    }

    private MockHttpServletResponse sent(
            String subject, String path, int version, @org.jspecify.annotations.Nullable Object body) {
        try {
            var request = MockMvcRequestBuilders.post(path)
                    .header("Authorization", TestTokens.bearer(subject))
                    .header("If-Match", "\"" + version + "\"");
            if (body != null) {
                request.contentType("application/json")
                        .content(JsonMapper.shared().writeValueAsBytes(body));
            }
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(MockHttpServletResponse response, int status) {
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        return JsonMapper.shared().readTree(text);
    }
}
