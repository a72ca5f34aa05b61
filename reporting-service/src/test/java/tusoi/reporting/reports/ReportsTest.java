package tusoi.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;

@ReportingTest
class ReportsTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID district;
    private UUID ward;
    private UUID other;
    private UUID branch;

    @BeforeEach
    void twoWards() {
        feed.clear();
        district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        other = history.unit("D.X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        UUID otherBranch = history.unit("D.X.01", "BRANCH", "BRANCH", "SCHOOL", other, SINCE);
        for (int n = 0; n < 6; n++) {
            history.member(branch, SINCE, "REGISTERED");
        }
        history.member(branch, LocalDate.of(2022, 3, 1), "ADMITTED");
        UUID moved = history.member(branch, SINCE, "REGISTERED");
        history.memberPicture(
                moved,
                "org.member-transferred.v1",
                List.of(
                        History.slice(SINCE, LocalDate.of(2022, 5, 1), branch, "OFFICIAL"),
                        History.slice(LocalDate.of(2022, 5, 1), null, otherBranch, "OFFICIAL")),
                List.of(
                        History.movement(SINCE, "REGISTERED", branch, null),
                        History.movement(LocalDate.of(2022, 5, 1), "TRANSFERRED", branch, otherBranch)));
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        history.account("secretary", "SECRETARY", ward);
        history.account("observer", "OBSERVER", ward);
        feed.all(history);
    }

    @Test
    void everyStandingReportIsListedAndComputed() {
        JsonNode items = json(asking.get("admin", "/api/reporting/v1/reports")).get("items");
        assertThat(items.valueStream().map(item -> item.get("code").asString()))
                .containsExactly(
                        "branch-life",
                        "discipline",
                        "grades",
                        "member-movement",
                        "review-progress",
                        "targets",
                        "units-and-members");
        for (JsonNode item : items) {
            String code = item.get("code").asString();
            JsonNode report = report("admin", code, "unit=D&year=2022");
            assertThat(report.at("/title/vi").asString()).isNotBlank();
            int columns = report.get("columns").size();
            for (JsonNode row : report.get("rows")) {
                assertThat(row.get("cells").size()).as(code).isEqualTo(columns);
            }
        }
    }

    @Test
    void movementBalancesInEveryRowAndSaysSo() {
        JsonNode report = report("admin", "member-movement", "unit=D&year=2022");
        assertThat(report.at("/from").asString()).isEqualTo("2022-01-01");
        assertThat(report.at("/to").asString()).isEqualTo("2022-12-31");
        assertThat(value(report, "D.W", "member.opening")).isEqualByComparingTo("7");
        assertThat(value(report, "D.W", "member.admitted")).isEqualByComparingTo("1");
        assertThat(value(report, "D.W", "member.transferred-out")).isEqualByComparingTo("1");
        assertThat(value(report, "D.X", "member.transferred-in")).isEqualByComparingTo("1");
        assertThat(value(report, "total", "member.transferred-in")).isEqualByComparingTo("0");
        assertThat(value(report, "total", "member.closing")).isEqualByComparingTo("8");
        assertThat(report.at("/checks/0/holds").asBoolean()).isTrue();
        assertThat(report.at("/checks/0/rows").asInt()).isEqualTo(3);
    }

    @Test
    void aMemberWhoIsThereWithoutHavingComeIsToldByHowMuchItDoesNotBalance() {
        history.memberPicture(
                UUID.randomUUID(),
                "org.member-registered.v1",
                List.of(History.slice(LocalDate.of(2022, 7, 1), null, branch, "OFFICIAL")),
                List.of());
        feed.all(history);
        JsonNode check = report("admin", "member-movement", "unit=D&year=2022").at("/checks/0");
        assertThat(check.get("holds").asBoolean()).isFalse();
        assertThat(check.at("/differences/0/row").asString()).isEqualTo("D.W");
        assertThat(check.at("/differences/0/expected").decimalValue()).isEqualByComparingTo("7");
        assertThat(check.at("/differences/0/found").decimalValue()).isEqualByComparingTo("8");
        assertThat(check.get("differences").size()).isEqualTo(2);
    }

    @Test
    void whatStandsWithAUnitItselfIsARowThatBalances() {
        UUID here = history.member(ward, SINCE, "REGISTERED");
        assertThat(here).isNotNull();
        transferred(branch, ward);
        transferred(other, ward);
        transferred(other, ward);
        feed.all(history);
        JsonNode report = report("admin", "member-movement", "unit=D.W&year=2022");
        assertThat(value(report, "D.W", "member.opening")).isEqualByComparingTo("1");
        assertThat(value(report, "D.W", "member.transferred-in")).isEqualByComparingTo("3");
        assertThat(value(report, "D.W", "member.transferred-out")).isEqualByComparingTo("0");
        assertThat(value(report, "D.W", "member.closing")).isEqualByComparingTo("4");
        assertThat(value(report, "D.W.01", "member.transferred-out")).isEqualByComparingTo("2");
        assertThat(value(report, "total", "member.transferred-in")).isEqualByComparingTo("2");
        assertThat(report.at("/checks/0/holds").asBoolean())
                .as(report.toString())
                .isTrue();
        assertThat(report.at("/checks/0/rows").asInt()).isEqualTo(3);
    }

    private void transferred(UUID from, UUID to) {
        LocalDate day = LocalDate.of(2022, 6, 1);
        history.memberPicture(
                UUID.randomUUID(),
                "org.member-transferred.v1",
                List.of(History.slice(SINCE, day, from, "OFFICIAL"), History.slice(day, null, to, "OFFICIAL")),
                List.of(
                        History.movement(SINCE, "REGISTERED", from, null),
                        History.movement(day, "TRANSFERRED", from, to)));
    }

    @Test
    void aUnitThatStandsElsewhereTodayHasItsRowInTheTreeOfTheDay() {
        LocalDate moved = LocalDate.of(2023, 1, 1);
        history.unitPicture(
                branch,
                "org.unit-re-parented.v1",
                "D.W.01",
                List.of(
                        History.unitSlice(SINCE, moved, "BRANCH", "BRANCH", "RESIDENTIAL", ward),
                        History.unitSlice(moved, null, "BRANCH", "BRANCH", "RESIDENTIAL", other)),
                List.of());
        feed.all(history);
        JsonNode report = report("secretary", "member-movement", "unit=D.W&year=2022");
        assertThat(value(report, "D.W.01", "member.transferred-out")).isEqualByComparingTo("1");
        assertThat(status("secretary", "member-movement?unit=D.W.01&year=2022")).isEqualTo(404);
    }

    @Test
    void aCheckOfNothingDoesNotHold() {
        JsonNode check = report("admin", "member-movement", "unit=D&year=2022&knownAt=2022-12-31T00:00:00Z")
                .at("/checks/0");
        assertThat(check.get("rows").asInt()).isZero();
        assertThat(check.get("holds").asBoolean()).isFalse();
    }

    @Test
    void gradesStandInAColumnEachWithTheirShare() {
        UUID cycle = history.cycle(2022, district, LocalDate.of(2022, 11, 1));
        UUID member = history.member(branch, SINCE, "REGISTERED");
        history.graded(
                history.review(cycle, 2022, "MEMBER", member, branch, LocalDate.of(2022, 11, 1)),
                null,
                new History.Grade("GOOD", LocalDate.of(2022, 12, 1)));
        feed.all(history);
        JsonNode report = report("admin", "grades", "unit=D&year=2022");
        assertThat(report.get("cycle").asString()).isEqualTo("2022");
        assertThat(value(report, "D.W", "review.member-grades:GOOD")).isEqualByComparingTo("1");
        assertThat(value(report, "D.W", "review.member-grades:GOOD:percent")).isEqualByComparingTo("1");
        assertThat(value(report, "D.W", "review.member-grades:EXCELLENT")).isEqualByComparingTo("0");
        assertThat(cell(report, "D.X", "review.member-grades:GOOD:percent")
                        .get("absent")
                        .asString())
                .isEqualTo("denominator-is-zero");
        assertThat(value(report, "total", "review.member-grades:GOOD")).isEqualByComparingTo("1");
    }

    @Test
    void everyFigureIsWhatTheFiguresSay() {
        JsonNode report = report("admin", "units-and-members", "unit=D&year=2022");
        for (JsonNode column : report.get("columns")) {
            if (column.get("part").isNull() && column.get("show").asString().equals("count")) {
                String id = column.get("indicator").asString();
                var figure = asking.figure("unit=D&from=2022-01-01&to=2022-12-31&by=unit&indicators=" + id);
                if (figure.node().get("absent").isNull()) {
                    assertThat(value(report, "total", id)).as(id).isEqualByComparingTo(figure.numerator());
                }
            }
        }
    }

    @Test
    void aUnitOutsideTheCallersScopeIsNotThere() {
        assertThat(status("secretary", "member-movement?unit=D.W&year=2022")).isEqualTo(200);
        assertThat(status("secretary", "member-movement?unit=D.X&year=2022")).isEqualTo(404);
        assertThat(status("secretary", "member-movement?unit=D&year=2022")).isEqualTo(404);
        assertThat(status("secretary", "nothing?unit=D.W&year=2022")).isEqualTo(404);
    }

    @Test
    void smallPartsAreForThoseWithTheRight() {
        JsonNode report = report("observer", "member-movement", "unit=D.W&year=2022");
        assertThat(value(report, "total", "member.admitted")).isEqualByComparingTo("1");
        assertThat(cell(report, "D.W.01", "member.admitted").get("absent").asString())
                .isEqualTo("restricted:MEMBER_READ");
        assertThat(value(report("secretary", "member-movement", "unit=D.W&year=2022"), "D.W.01", "member.admitted"))
                .isEqualByComparingTo("1");
    }

    @Test
    void anAnswerStaysTheSameToTheByteWhateverIsRecordedLater() {
        String path = "/api/reporting/v1/reports/member-movement?unit=D&year=2022&knownAt=" + history.now();
        String before = text(asking.get("admin", path));
        history.member(branch, LocalDate.of(2010, 1, 1), "ADMITTED");
        feed.all(history);
        assertThat(text(asking.get("admin", path))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year=2022",
                "unit=D&year=1800",
                "unit=D&year=0x7e6",
                "unit=D&year=2022&from=2022-01-01",
                "unit=D&year=2022&to=2022-06-30",
                "unit=D&from=2022-12-01&to=2022-01-01",
                "unit=D&asOf=soon",
                "unit=D&knownAt=yesterday",
            })
    void whatCannotBeReadIsRefusedWithItsPlace(String query) {
        var response = asking.get("admin", "/api/reporting/v1/reports/member-movement?" + query);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    private JsonNode report(String subject, String code, String query) {
        return json(asking.get(subject, "/api/reporting/v1/reports/" + code + "?" + query));
    }

    private int status(String subject, String path) {
        return asking.get(subject, "/api/reporting/v1/reports/" + path).getStatus();
    }

    private static JsonNode json(MockHttpServletResponse response) {
        assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
        return JsonMapper.shared().readTree(text(response));
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static BigDecimal value(JsonNode report, String row, String column) {
        return cell(report, row, column).get("value").decimalValue();
    }

    private static JsonNode cell(JsonNode report, String row, String column) {
        for (JsonNode candidate : report.get("rows")) {
            if (row.equals(candidate.get("key").asString(""))
                    || row.equals(candidate.get("kind").asString())) {
                for (int place = 0; place < report.get("columns").size(); place++) {
                    if (report.get("columns").get(place).get("id").asString().equals(column)) {
                        return candidate.get("cells").get(place);
                    }
                }
            }
        }
        throw new AssertionError("no cell " + row + " " + column + " in " + report);
    }
}
