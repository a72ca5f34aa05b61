package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;

@ReportingTest
class AccessTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    private MockMvc mvc;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID branch;

    @BeforeEach
    void twoWards() {
        feed.clear();
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        UUID other = history.unit("D.X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        history.unit("D.X.01", "BRANCH", "BRANCH", "SCHOOL", other, SINCE);
        history.member(branch, SINCE, "REGISTERED");
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        history.account("observer", "OBSERVER", ward);
        history.account("secretary", "SECRETARY", ward);
        feed.all(history);
    }

    @Test
    void aUnitOutsideTheCallersScopeIsNotThere() {
        assertThat(figures("secretary", "unit=D.W.01&indicators=member.count")).isEqualTo(200);
        assertThat(figures("secretary", "unit=D.X.01&indicators=member.count")).isEqualTo(404);
        assertThat(figures("secretary", "unit=D&indicators=member.count")).isEqualTo(404);
        assertThat(figures("secretary", "unit=NOWHERE&indicators=member.count")).isEqualTo(404);
        assertThat(figures("secretary", "unit=" + UUID.randomUUID() + "&indicators=member.count"))
                .isEqualTo(404);
    }

    @Test
    void theAnswerDoesNotTellAUnitOutOfScopeFromOneThatIsNotThere() {
        String hidden = asking.get("secretary", "/api/reporting/v1/figures?unit=D.X.01&indicators=member.count")
                .getContentType();
        String missing = asking.get("secretary", "/api/reporting/v1/figures?unit=NOWHERE&indicators=member.count")
                .getContentType();
        assertThat(hidden).isEqualTo(missing).startsWith("application/problem+json");
    }

    @Test
    void withoutATokenThereIsNoAnswer() throws Exception {
        var response = mvc.perform(
                        MockMvcRequestBuilders.get("/api/reporting/v1/figures?unit=D&indicators=member.count"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit=D",
                "indicators=member.count",
                "unit=D&indicators=",
                "unit=D&indicators=member.nobody",
                "unit=D&indicators=member.count&to=2022-13-01",
                "unit=D&indicators=member.count&to=30/11/2022",
                "unit=D&indicators=member.count&from=2022-12-01&to=2022-11-30",
                "unit=D&indicators=member.count&asOf=0001-01-01",
                "unit=D&indicators=member.count&knownAt=yesterday",
                "unit=D&indicators=member.count&by=colour",
                "unit=D&indicators=member.count&by=grade",
                "unit=D&indicators=member.count,unit.count&by=state",
                "unit=D&indicators=member.count&by=unit,state,kind",
                "unit=D&indicators=review.good-or-better&cycle=soon",
            })
    void whatCannotBeReadIsRefusedWithItsPlace(String query) {
        var response = asking.get("admin", "/api/reporting/v1/figures?" + query);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void whatIsNotCompleteYetIsNotAnswered() {
        String later = history.now().plusSeconds(1).toString();
        assertThat(figures("admin", "unit=D&indicators=member.count&knownAt=" + later))
                .isEqualTo(422);
    }

    @Test
    void anAnswerStaysTheSameToTheByteWhateverIsRecordedLater() {
        String query = "unit=D&indicators=member.count,unit.count,member.admitted&by=unit&to=2022-12-31&knownAt="
                + history.now();
        String before = asking.body("admin", query);
        UUID late = history.member(branch, LocalDate.of(2010, 1, 1), "ADMITTED");
        feed.all(history);
        assertThat(asking.body("admin", query)).isEqualTo(before);
        assertThat(asking.body("admin", query.replaceAll("&knownAt=.*", ""))).isNotEqualTo(before);
        assertThat(before).doesNotContain(late.toString());
    }

    @Test
    void freshnessStandsInTheHeaders() {
        var response = asking.get("admin", "/api/reporting/v1/figures?unit=D&indicators=member.count");
        assertThat(response.getHeader("Tusoi-Watermark"))
                .isEqualTo(history.now().toString());
        assertThat(response.getHeader("Tusoi-Watermark-Age-Ms")).matches("[0-9]+");
    }

    @Test
    void partsUnderFiveBelowTheBaseAreForThoseWithTheRight() {
        String query = "unit=D.W&indicators=member.count&to=2022-12-31&by=unit";
        var seen = JsonMapper.shared().readTree(asking.body("secretary", query)).at("/figures/0");
        assertThat(seen.at("/breakdown/parts").size()).isEqualTo(1);
        assertThat(seen.at("/breakdown/restricted").isNull()).isTrue();
        var restricted =
                JsonMapper.shared().readTree(asking.body("observer", query)).at("/figures/0");
        assertThat(restricted.at("/numerator").asInt()).isEqualTo(1);
        assertThat(restricted.at("/breakdown/parts").size()).isZero();
        assertThat(restricted.at("/breakdown/restricted").asString()).isEqualTo("MEMBER_READ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "level", "parent-level", "state,kind"})
    void aSingleBranchOfItsKindInABaseIsNotToldEither(String by) {
        String query = "unit=D.W&indicators=member.count&to=2022-12-31&by=" + by;
        assertThat(restricted("observer", query)).isEqualTo("MEMBER_READ");
        assertThat(restricted("secretary", query)).isEqualTo("null");
        assertThat(restricted("observer", "unit=D.W&indicators=member.count&to=2022-12-31&by=state"))
                .isEqualTo("null");
    }

    @Test
    void anExclusionByTheKindOfItsBranchIsForThoseWithTheRight() {
        UUID cycle = history.cycle(2022, branch, SINCE);
        history.review(cycle, 2022, "MEMBER", UUID.randomUUID(), branch, SINCE);
        feed.all(history);
        String query = "unit=D.W&to=2022-12-31&cycle=2022&indicators=";
        assertThat(restricted("observer", query + "review.members-excluded&by=kind"))
                .isEqualTo("null");
        history.excluded(cycle, 2022, UUID.randomUUID(), branch, SINCE, "EXEMPT");
        feed.all(history);
        assertThat(restricted("observer", query + "review.members-excluded&by=kind"))
                .isEqualTo("REVIEW_READ");
        assertThat(restricted("observer", query + "review.units-completed&by=form"))
                .isEqualTo("null");
    }

    @Test
    void unitsAndWhatAMeasureTellsOfItselfAreToldAtABase() {
        UUID removed = history.member(branch, SINCE, "REGISTERED");
        LocalDate day = LocalDate.of(2022, 6, 1);
        history.removal("STRIKE_OFF", removed, branch, day, List.of("CARD_RETURNED"));
        history.discipline("MEMBER", removed, branch, "REPRIMAND", day, List.of("OTHER"));
        feed.all(history);
        String query = "unit=D.W&to=2022-12-31&indicators=";
        for (String of : List.of(
                "unit.branches&by=kind",
                "unit.count&by=parent-level,level",
                "removal.members&by=kind",
                "removal.members&by=ground",
                "discipline.members&by=form",
                "discipline.members&by=content")) {
            assertThat(restricted("observer", query + of)).as(of).isEqualTo("null");
        }
        assertThat(restricted("observer", query + "removal.members&by=level")).isEqualTo("CASE_READ");
        assertThat(restricted("observer", query + "discipline.members&by=form,unit"))
                .isEqualTo("CASE_READ");
    }

    private String restricted(String subject, String query) {
        var breakdown =
                JsonMapper.shared().readTree(asking.body(subject, query)).at("/figures/0/breakdown");
        return breakdown.get("restricted").isNull()
                ? "null"
                : breakdown.get("restricted").asString();
    }

    @Test
    void beforeTheFirstEntryAnAnswerIsAbsent() {
        String early = "unit=D&indicators=member.count&to=2022-12-31&knownAt=2022-12-31T00:00:00Z";
        var figure = asking.figure(early).node();
        assertThat(figure.get("value").isNull()).isTrue();
        assertThat(figure.get("absent").asString()).isEqualTo("unit-not-in-tree");
    }

    @Test
    void onlyWhoAdministersTheRootSeesTheHashAndRebuilds() {
        assertThat(asking.get("secretary", "/api/reporting/v1/facts/hash").getStatus())
                .isEqualTo(403);
        assertThat(asking.post("secretary", "/api/reporting/v1/rebuild").getStatus())
                .isEqualTo(403);
        assertThat(asking.get("secretary", "/api/reporting/v1/rebuild").getStatus())
                .isEqualTo(403);
        assertThat(asking.post("secretary", "/api/reporting/v1/rebuild/switch").getStatus())
                .isEqualTo(403);
        assertThat(asking.post("secretary", "/api/reporting/v1/rebuild/deletion")
                        .getStatus())
                .isEqualTo(403);
        assertThat(asking.get("admin", "/api/reporting/v1/facts/hash").getStatus())
                .isEqualTo(200);
    }

    @Test
    void theCatalogueListsEveryIndicator() throws Exception {
        var response = asking.get("observer", "/api/reporting/v1/indicators");
        assertThat(JsonMapper.shared()
                        .readTree(response.getContentAsByteArray())
                        .get("items")
                        .size())
                .isEqualTo(33);
    }

    private int figures(String subject, String query) {
        return asking.get(subject, "/api/reporting/v1/figures?" + query).getStatus();
    }
}
