package tusoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.gateway.browser.BrowserJourney;
import tusoi.journey.api.Api;
import tusoi.journey.entry.DemoData;
import tusoi.journey.figures.PublishedFigures;

/**
 * The running platform, from an empty disk: the demo under a power cut, what must come out the same afterwards, and who may see
 * what. Each step goes on from where the one before has left it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformJourneyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String READER = "quantri";
    private static final String LE_BINH_OFFICER = "cr.lb.tochuc";
    private static final List<String> QUESTIONS = List.of(
            "/api/reporting/v1/figures?unit=CT&from=2020-01-01&to=2023-10-01"
                    + "&indicators=member.count,member.opening,member.closing,removal.members,discipline.members,unit.count",
            "/api/reporting/v1/figures?unit=BT&from=2022-01-01&to=2022-11-30&cycle=2022"
                    + "&indicators=review.units-completed,review.members-reviewed,review.good-or-better&by=level",
            "/api/reporting/v1/figures?unit=CR.LB&from=2020-01-01&to=2023-10-01&indicators=unit.branches&by=kind");

    private Installation installation;
    private String factsHash = "";
    private final Map<String, byte[]> answers = new LinkedHashMap<>();

    @BeforeAll
    void start() throws IOException {
        installation = Installation.fresh();
    }

    @AfterAll
    void stop() {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    @Order(1)
    void publishedFiguresAreReproducedThoughEveryServiceWasKilledInTheMiddleOfTheImport() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> demo = pool.submit(() -> Demo.years(installation.platform()));
            Installation.await(
                    "an import under way",
                    Duration.ofMinutes(3),
                    () -> demo.isDone()
                            || installation.count(
                                            "org",
                                            "select count(*) from org.import where state in ('STAGING', 'STAGED')")
                                    > 0);
            assertThat(demo.isDone())
                    .as("the demo was over before the services could be killed")
                    .isFalse();
            installation.killServices();
            installation.start();
            assertThat(demo.get(10, TimeUnit.MINUTES))
                    .as("all published figures")
                    .isTrue();
        }
    }

    @Test
    @Order(2)
    void everyEventOfTheOwnersJournalsIsAFactOnce() {
        long written = List.of("org", "review", "discipline").stream()
                .mapToLong(service -> installation.count(service, "select count(*) from platform.outbox"))
                .sum();
        Installation.await(
                "all " + written + " events",
                Duration.ofMinutes(2),
                () -> installation.count("reporting", "select count(*) from platform.inbox_seen") == written);
        assertThat(installation.count("reporting", "select count(*) from platform.dead_letter"))
                .isZero();
    }

    @Test
    @Order(3)
    void anAnswerBelowTheWatermarkIsTheSameWhenAskedAgain() throws Exception {
        String knownAt = watermark();
        for (String question : QUESTIONS) {
            answers.put(question + "&knownAt=" + knownAt, body(question + "&knownAt=" + knownAt));
        }
        factsHash = factsHash();
        Installation.await("a later watermark", Duration.ofSeconds(30), () -> isAfter(knownAt));
        assertAnswersAreUnchanged();
    }

    @Test
    @Order(4)
    void reportingRebuiltFromKafkaAnswersTheSame() throws Exception {
        installation.recovery().rebuildReporting();
        assertThat(factsHash()).isEqualTo(factsHash);
        assertAnswersAreUnchanged();
    }

    @Test
    @Order(5)
    void kafkaLostAndResentFromTheJournalsGivesTheSameFacts() throws Exception {
        String before = watermark();
        installation.loseKafka();
        installation.recovery().resend();
        Installation.await("the watermark to move on", Duration.ofMinutes(3), () -> isAfter(before));
        assertThat(factsHash()).isEqualTo(factsHash);
        installation.recovery().rebuildReporting();
        assertThat(factsHash())
                .as("rebuilt from the topics that were filled again")
                .isEqualTo(factsHash);
        assertAnswersAreUnchanged();
    }

    @Test
    @Order(6)
    void aUserOfLeBinhFindsNothingOfTraAn() throws Exception {
        String officer = token(LE_BINH_OFFICER);
        JsonNode branch = json(token(READER), "/api/org/v1/units?parent=BT.TA&level=BRANCH&asOf=2022-11-30")
                .path("items")
                .path(0);
        JsonNode member = json(token(READER), "/api/org/v1/members?unit=BT.TA&asOf=2022-11-30")
                .path("items")
                .path(0);
        String unit = branch.path("id").asString();
        assertThat(unit).isNotEmpty();
        for (String path : List.of(
                "/api/org/v1/units/" + unit,
                "/api/org/v1/units?parent=" + unit,
                "/api/org/v1/tree?root=" + unit,
                "/api/org/v1/members?unit=" + unit,
                "/api/org/v1/members?q=nguyen&unit=" + unit,
                "/api/org/v1/members/" + member.path("id").asString(),
                "/api/org/v1/members/export?unit=" + unit,
                "/api/reporting/v1/figures?unit=" + unit + "&indicators=member.count")) {
            assertOnlyFor("bt.tochuc", LE_BINH_OFFICER, path);
        }
        assertOnlyFor("bt.tochuc", LE_BINH_OFFICER, "/api/review/v1/targets?unit=" + unit);
        assertOnlyFor("bt.kiemtra", "cr.lb.kiemtra", "/api/discipline/v1/cases?unit=" + unit);
        assertOnlyFor("bt.kiemtra", "cr.lb.kiemtra", "/api/discipline/v1/removals?unit=" + unit);
        JsonNode found = json(officer, "/api/org/v1/units?q=" + "B&size=200&asOf=2022-11-30")
                .path("items");
        assertThat(found.isEmpty()).isFalse();
        found.forEach(row -> assertThat(row.path("code").asString()).startsWith("CR.LB"));
    }

    @Test
    @Order(7)
    void onlyTokensOfThisRealmForThisAudienceAndOfNowAreTaken() throws Exception {
        var tokens = new KeycloakTokens(installation.platform(), LE_BINH_OFFICER);
        String path = "/api/reporting/v1/figures?unit=CR.LB&indicators=member.count";
        assertThat(installation.get(token(LE_BINH_OFFICER), path).statusCode()).isEqualTo(200);
        assertThat(installation.get(null, path).statusCode()).as("no token").isEqualTo(401);
        assertThat(installation.get("x.y.z", path).statusCode())
                .as("no token at all")
                .isEqualTo(401);
        assertThat(installation.get(tokens.ofAnotherIssuer(), path).statusCode())
                .as("another issuer")
                .isEqualTo(401);
        assertThat(installation.get(tokens.ofAnotherAudience(), path).statusCode())
                .as("another audience")
                .isEqualTo(401);
        String brief = tokens.ofOneSecond();
        assertThat(installation.get(brief, path).statusCode())
                .as("while it lasts")
                .isEqualTo(200);
        Installation.await("the token to expire", Duration.ofSeconds(40), () -> status(brief, path) == 401);
    }

    @Test
    @Order(8)
    void aPersonFindsTheSameFiguresInTheBrowser() {
        assertThat(Path.of("/usr/bin/chromium")).as("./tusoi test installs it").exists();
        System.setProperty(
                "tusoi.browser.url", installation.platform().gateway().toString());
        System.setProperty("tusoi.browser.user", "bt.tochuc");
        System.setProperty(
                "tusoi.browser.users",
                installation
                        .platform()
                        .layout()
                        .home()
                        .resolve("demo-users.json")
                        .toString());
        new BrowserJourney().districtsFiguresAreTheApisFigures();
    }

    /** What a district publishes anybody can check who has the file; a changed byte shows. */
    @Test
    @Order(9)
    void aPublishedReportIsGenuineAndStaysSoOnPaper() throws Exception {
        var users = installation.platform().users();
        var api = new Api(installation.platform().gateway(), users::token, 8);
        new PublishingJourney(installation.platform().layout(), api).theDistrictPublishesItsProgress();
        assertThat(status(token(LE_BINH_OFFICER), "/api/reporting/v1/published-reports?unit=BT"))
                .as("what another district has published")
                .isEqualTo(404);
    }

    @Test
    @Order(10)
    void oneEventTooManyIsSeenInTheTable() {
        var users = installation.platform().users();
        var api = new Api(installation.platform().gateway(), users::token, 8);
        assertThat(new PublishedFigures(api, READER).wrong()).isEmpty();

        new DemoData(api, users, System.out::println).strikeOneMoreOff();

        assertThat(new PublishedFigures(api, READER).wrong())
                .as("718 members, and six struck off by ground")
                .containsExactly(2, 16);
    }

    /** Whatever the token says: it is good for minutes, and the services decide by their own copies of the grants. */
    @Test
    @Order(11)
    void aGrantTakenAwayStopsWorkingInEveryServiceAtOnce() {
        var users = installation.platform().users();
        var api = new Api(installation.platform().gateway(), users::token, 8);
        new GrantJourney(api, users, this::status, this::token).aGrantTakenAwayStopsWorking();
    }

    /** The figures are not the press's any more since the seventh strike-off; whatever they are, the reform leaves them so. */
    @Test
    @Order(12)
    void theReformOf2025LeavesThePastAsItWasAndCutsItAnewExactly() throws Exception {
        assertThat(Demo.reform(installation.platform()))
                .as("published figures unchanged, re-cut sums exact")
                .isTrue();
        assertAnswersAreUnchanged();
        String before = factsHash();
        installation.recovery().rebuildReporting();
        assertThat(factsHash()).isEqualTo(before);
        assertAnswersAreUnchanged();
        assertThat(Demo.reform(installation.platform()))
                .as("the same when reporting has been rebuilt")
                .isTrue();
    }

    @Test
    @Order(13)
    void whoeverWasAtLeBinhReadsItsPastFromPhuongCaiRangAndStillNothingOfTraAn() throws Exception {
        JsonNode grants = json(token(LE_BINH_OFFICER), "/api/org/v1/me").path("grants");
        assertThat(grants.valueStream().map(grant -> grant.path("unitCode").asString()))
                .containsExactly("CT.CR");
        for (String path : List.of(
                "/api/org/v1/units/%s?asOf=2023-10-01",
                "/api/org/v1/units/%s/history",
                "/api/org/v1/tree?root=%s&asOf=2023-10-01",
                "/api/org/v1/members?unit=%s&asOf=2023-10-01",
                "/api/review/v1/targets?unit=%s",
                "/api/reporting/v1/figures?unit=%s&indicators=member.count&from=2023-01-01&to=2023-10-01")) {
            assertOnlyFor(LE_BINH_OFFICER, "bt.ta.tochuc", path.formatted("CR.LB"));
            assertOnlyFor(LE_BINH_OFFICER, "bt.ta.tochuc", path.formatted("CR.LB.14"));
            assertOnlyFor("bt.ta.tochuc", LE_BINH_OFFICER, path.formatted("BT.TA"));
            assertOnlyFor("bt.ta.tochuc", LE_BINH_OFFICER, path.formatted("BT.TA.07"));
            assertOnlyFor("bt.tochuc", LE_BINH_OFFICER, path.formatted("CR"));
        }
        assertOnlyFor("cr.lb.kiemtra", "bt.ta.kiemtra", "/api/discipline/v1/cases?unit=CR.LB");
        assertThat(json(token("cr.lb.kiemtra"), "/api/discipline/v1/cases").path("items"))
                .as("the two reprimands of Lê Bình go along")
                .hasSize(2);
        JsonNode members = json(
                token(LE_BINH_OFFICER),
                "/api/reporting/v1/figures?unit=CR.LB&indicators=member.count&from=2023-01-01&to=2023-10-01");
        assertThat(members.path("figures").path(0).path("numerator").asInt())
                .as("718, and one struck off for the test")
                .isEqualTo(717);
        assertThat(json(token(LE_BINH_OFFICER), "/api/org/v1/units?q=B&size=200&asOf=2022-11-30")
                        .path("items")
                        .valueStream()
                        .map(row -> row.path("code").asString()))
                .isNotEmpty()
                .allMatch(code -> code.startsWith("CR."));
    }

    @Test
    @Order(14)
    void aPersonIsLedThroughTheReformInTheBrowser() {
        System.setProperty("tusoi.browser.user", LE_BINH_OFFICER);
        new BrowserJourney()
                .aWardIsFollowedThroughTheReform("CR.LB", "Đảng bộ phường Lê Bình", "Đảng bộ phường Cái Răng");
    }

    /** Last, as it records what no service has decided. */
    @Test
    @Order(15)
    void whatCannotBeTakenIsMendedOrReplayedAtTheTerminal() throws Exception {
        operator().aMemberIsCountedOnceTheCutOffEventIsMended();
        operator().aMemberIsCountedOnceReportingCanTakeTheEvent();
        assertAnswersAreUnchanged();
    }

    @Test
    @Order(16)
    void aFalsifiedFactIsFoundByARebuildAtTheTerminalAndExchanged() throws Exception {
        operator().aFalsifiedFactIsFoundByARebuildAndExchanged();
        assertAnswersAreUnchanged();
    }

    /** After all that, as counters that nothing has counted yet are not told. */
    @Test
    @Order(17)
    void everyPanelOfTheDashboardsHasSomethingToShow() throws Exception {
        new DashboardsJourney(installation).everyPanelHasSomethingToShow();
    }

    private OperatorJourney operator() {
        var users = installation.platform().users();
        return new OperatorJourney(installation, new Api(installation.platform().gateway(), users::token, 8));
    }

    private void assertOnlyFor(String insider, String stranger, String path) throws Exception {
        assertThat(installation.get(token(insider), path).statusCode())
                .as(insider + " " + path)
                .isEqualTo(200);
        assertThat(installation.get(token(stranger), path).statusCode())
                .as(stranger + " " + path)
                .isEqualTo(404);
    }

    private int status(String token, String path) {
        try {
            return installation.get(token, path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(String username) {
        return installation.platform().users().token(username);
    }

    private JsonNode json(String token, String path) throws IOException, InterruptedException {
        return JSON.readTree(installation.get(token, path).body());
    }

    private void assertAnswersAreUnchanged() throws Exception {
        assertThat(answers).isNotEmpty();
        for (var answer : answers.entrySet()) {
            assertThat(new String(body(answer.getKey()), StandardCharsets.UTF_8))
                    .as(answer.getKey())
                    .isEqualTo(new String(answer.getValue(), StandardCharsets.UTF_8));
        }
    }

    private boolean isAfter(String watermark) {
        try {
            return Instant.parse(watermark()).isAfter(Instant.parse(watermark));
        } catch (IOException | AssertionError away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of the slowest service: every question can be asked for it. */
    private String watermark() throws IOException, InterruptedException {
        return JSON.readTree(body("/api/reporting/v1/freshness"))
                .path("completeThrough")
                .asString();
    }

    private String factsHash() throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(body("/api/reporting/v1/facts/hash"));
        return answer.path("sha256").asString();
    }

    private byte[] body(String path) throws IOException, InterruptedException {
        return ask(path).body();
    }

    private HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
        String token = installation.platform().users().token(READER);
        HttpResponse<byte[]> response = installation.get(token, path);
        assertThat(response.statusCode())
                .as(path + ": " + new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return response;
    }
}
