package tusoi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.persistence.Loader;
import tusoi.testkit.ServiceProperties;
import tusoi.testkit.TestTokens;
import tusoi.testkit.badinput.BadInput;
import tusoi.testkit.badinput.Call;
import tusoi.testkit.badinput.Caller;
import tusoi.testkit.badinput.Calls;
import tusoi.testkit.badinput.DeadLetterCalls;
import tusoi.testkit.badinput.Description;
import tusoi.testkit.badinput.Tables;

/** Every operation of the service, one thing wrong at a time. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"tusoi.inbox.enabled=false", "tusoi.live.at-most=50ms", ReportingTest.SIGNING_KEY})
@ContextConfiguration(initializers = ServiceProperties.class)
@Import(Feed.class)
class BadInputTest {
    private static final Description API = Description.of("reporting");
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final Map<String, Object> REPORT =
            Map.of("report", "member-movement", "unit", "D", "year", 2022, "knownAt", "2023-01-01T00:01:00Z");

    private static final Map<String, Object> SAVED =
            Map.of("name", "Biến động", "report", "member-movement", "unit", "D", "every", "MONTH", "afterDays", 3);

    @Autowired
    private Feed feed;

    @Autowired
    private Environment environment;

    @Autowired
    @Loader
    private JdbcClient loader;

    @LocalServerPort
    private int port;

    private UUID district = UUID.randomUUID();
    private UUID cycle = UUID.randomUUID();

    @BeforeEach
    void aDistrictWithAWard() {
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        feed.clear();
        district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        history.member(branch, SINCE, "REGISTERED");
        cycle = history.cycle(2022, branch, SINCE);
        UUID admin = history.account("admin", "REGISTER_ADMINISTRATOR", district);
        history.grant(admin, "ORGANISATION_OFFICER", district);
        feed.all(history);
    }

    @Test
    void isRefusedInItsPlaceAndLeavesNothingBehind() {
        String url = "http://127.0.0.1:" + port + API.base();
        Calls calls = new Calls()
                .on("GET /figures", () -> afresh().query("unit", "D")
                        .query("indicators", "member.count,member.admitted")
                        .query("from", "2022-01-01")
                        .query("to", "2022-12-31")
                        .query("asOf", "2022-12-31")
                        .query("knownAt", "2022-12-31T00:00:00Z")
                        .query("cycle", "2022")
                        .query("by", "unit"))
                .on("GET /figures/comparison", () -> Call.plain()
                        .query("unit", "D")
                        .query("indicators", "member.count,member.admitted")
                        .query("from", "2022-01-01")
                        .query("to", "2022-12-31")
                        .query("asOf", "2022-12-31")
                        .query("knownAt", "2022-12-31T00:00:00Z")
                        .query("cycle", "2022")
                        .query("by", "unit")
                        .query("withFrom", "2021-01-01")
                        .query("withTo", "2021-12-31")
                        .query("withAsOf", "2021-12-31")
                        .query("withKnownAt", "2022-12-31T00:00:00Z")
                        .query("withCycle", "2021"))
                .on("GET /figures/live", () -> Call.plain()
                        .query("unit", "D")
                        .query("indicators", "member.count,member.admitted")
                        .query("from", "2022-01-01")
                        .query("to", "2022-12-31")
                        .query("asOf", "2022-12-31")
                        .query("cycle", "2022")
                        .query("by", "unit"))
                .on("GET /reconciliations", this::afresh)
                .on("GET /reconciliations/{id}/differences", () -> {
                    Call call = afresh();
                    return call.path("id", compared());
                })
                .on("GET /reconciliations/removals", 403, () -> afresh().query("unit", "D")
                        .query("from", "2022-01-01")
                        .query("to", "2022-12-31")
                        .query("asOf", "2022-12-31")
                        .query("knownAt", "2022-12-31T00:00:00Z"))
                .on("GET /figures/rows", () -> Call.plain()
                        .query("unit", "D")
                        .query("indicator", "member.count")
                        .query("from", "2022-01-01")
                        .query("to", "2022-12-31")
                        .query("asOf", "2022-12-31")
                        .query("knownAt", "2022-12-31T00:00:00Z")
                        .query("cycle", "2022")
                        .query("by", "state")
                        .query("part", "OFFICIAL"))
                .on("GET /reports/{code}", () -> afresh().path("code", "member-movement")
                        .query("unit", "D")
                        .query("year", "2022")
                        .query("asOf", "2022-12-31")
                        .query("knownAt", "2022-12-31T00:00:00Z"))
                .on("POST /published-reports", () -> {
                    aDistrictWithAWard();
                    return Call.body(REPORT);
                })
                .on("GET /published-reports", () -> afresh().query("unit", "D"))
                .on("GET /published-reports/{id}", () -> afresh().path("id", published(url)))
                .on("GET /published-reports/{id}/file", () -> afresh().path("id", published(url)))
                .on("GET /published-reports/{id}/certificate", () -> afresh().path("id", published(url)))
                .on("GET /reports/{code}/export", () -> afresh().path("code", "member-movement")
                        .query("format", "csv")
                        .query("unit", "D")
                        .query("year", "2022")
                        .query("asOf", "2022-12-31")
                        .query("knownAt", "2022-12-31T00:00:00Z"))
                .on("GET /exports/{name}", 404, () -> afresh().path("name", UUID.randomUUID()))
                .on("GET /published-reports/{id}/export", () -> afresh().path("id", published(url))
                        .query("format", "pdf"))
                .on("POST /saved-reports", () -> {
                    aDistrictWithAWard();
                    return Call.body(SAVED);
                })
                .on("GET /saved-reports", this::afresh)
                .on("GET /saved-reports/{id}", () -> afresh().path("id", made(url, "/saved-reports", SAVED)))
                .on("GET /saved-reports/{id}/due", () -> afresh().path("id", made(url, "/saved-reports", SAVED)))
                .on("POST /saved-reports/{id}/change", () -> {
                    aDistrictWithAWard();
                    return Call.body(SAVED)
                            .path("id", made(url, "/saved-reports", SAVED))
                            .ifMatch(1);
                })
                .on("POST /saved-reports/{id}/deletion", () -> afresh().path("id", made(url, "/saved-reports", SAVED))
                        .ifMatch(1))
                .on("GET /reports", this::afresh)
                .on("GET /report-keys", this::afresh)
                .on("GET /rebuild", () -> {
                    Call call = afresh();
                    begun(url);
                    return call;
                })
                .on("POST /rebuild", this::afresh)
                .on("POST /rebuild/switch", () -> {
                    Call call = afresh();
                    begun(url);
                    rebuilt();
                    return call;
                })
                .on("POST /rebuild/deletion", () -> {
                    Call call = afresh();
                    begun(url);
                    return call;
                });
        try (Tables tables = Tables.of(environment.getRequiredProperty("TUSOI_DB_URL"))) {
            var report = new BadInput(
                            API,
                            DeadLetterCalls.into(calls),
                            new Caller(url, () -> TestTokens.bearer("admin")),
                            tables,
                            List.of(district, cycle))
                    .run();
            System.out.println("reporting-service: " + report);
            assertThat(report.faults()).isEmpty();
        }
    }

    /** Without a rebuild that another operation's call has begun, or what is left after its switch. */
    private Call afresh() {
        loader.sql(
                        "update reporting.rebuild_run set state = 'DROPPED', ended_at = clock_timestamp() where ended_at is null")
                .update();
        aDistrictWithAWard();
        return Call.plain();
    }

    private UUID compared() {
        UUID id = UUID.randomUUID();
        loader.sql(
                        "insert into reporting.reconciliation (counting_id, producer, counted_at, on_day, lines, differences)"
                                + " values (?, 'org', now(), '2026-01-01', 1, 0)")
                .param(id)
                .update();
        return id;
    }

    private static void begun(String url) {
        made(url, "/rebuild", Map.of());
    }

    /** Nothing reads here: the shadow is taken for one that has caught up. */
    private void rebuilt() {
        loader.sql("update reporting.rebuild_run set state = 'DIFFERENT' where ended_at is null")
                .update();
        loader.sql("insert into shadow_platform.inbox_watermark select * from platform.inbox_watermark")
                .update();
        loader.sql("insert into shadow_platform.inbox_position select * from platform.inbox_position")
                .update();
    }

    private static UUID published(String url) {
        return made(url, "/published-reports", REPORT);
    }

    private static UUID made(String url, String path, Map<String, Object> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", TestTokens.bearer("admin"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return UUID.fromString(
                    JsonMapper.shared().readTree(answer).path("id").asString(answer));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyTextListAndMapThatIsSentIsBounded() {
        assertThat(API.unbounded()).isEmpty();
    }
}
