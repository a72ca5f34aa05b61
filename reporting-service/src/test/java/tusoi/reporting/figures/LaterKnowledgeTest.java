package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tusoi.platform.ids.Ids;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.History.Grade;
import tusoi.reporting.ReportingTest;
import tusoi.reporting.TargetPlan;
import tusoi.reporting.indicators.Catalogue;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;

/** Whatever is recorded later, an answer for an instant at or below the watermark stays the same to the byte. */
@ReportingTest
class LaterKnowledgeTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final LocalDate OPENED = LocalDate.of(2022, 11, 1);
    private static final LocalDate IN_YEAR = LocalDate.of(2022, 6, 1);
    private static final LocalDate YEAR_START = LocalDate.of(2022, 1, 1);
    private static final LocalDate YEAR_END = LocalDate.of(2022, 12, 31);
    private static final List<String> UNITS = List.of("P", "D", "E", "D.W", "E.X", "D.W.01", "D.W.02", "E.X.01");

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    private Catalogue catalogue;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID province;
    private UUID district;
    private UUID other;
    private UUID ward;
    private UUID otherWard;
    private UUID first;
    private UUID second;
    private UUID third;
    private UUID cycle;
    private UUID member;
    private History.Review review;
    private UUID disciplinary;
    private TargetPlan taxes;

    @BeforeEach
    void twoDistrictsWithAYearBehindThem() {
        feed.clear();
        province = history.unit("P", "PROVINCE", "PARTY_ORGANISATION", null, null, SINCE);
        district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, province, SINCE);
        other = history.unit("E", "DISTRICT", "PARTY_ORGANISATION", null, province, SINCE);
        ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        otherWard = history.unit("E.X", "GRASSROOTS", "PARTY_ORGANISATION", null, other, SINCE);
        first = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        second = history.unit("D.W.02", "BRANCH", "BRANCH", "SCHOOL", ward, SINCE);
        third = history.unit("E.X.01", "BRANCH", "BRANCH", "AGENCY", otherWard, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", province);
        member = history.member(first, IN_YEAR, "ADMITTED");
        UUID moved = history.member(third, SINCE, "REGISTERED");
        UUID exempt = history.member(third, SINCE, "REGISTERED");
        cycle = history.cycle(2022, district, OPENED);
        UUID otherCycle = history.cycle(2022, other, OPENED.plusDays(3));
        review = history.review(cycle, 2022, "MEMBER", member, first, OPENED);
        history.graded(review, OPENED.plusDays(20), new Grade("GOOD", OPENED.plusDays(10)));
        history.graded(
                history.review(cycle, 2022, "UNIT", ward, ward, OPENED),
                OPENED.plusDays(20),
                new Grade("GOOD", OPENED.plusDays(10)));
        history.review(otherCycle, 2022, "MEMBER", moved, third, OPENED);
        history.excluded(otherCycle, 2022, exempt, third, OPENED, "EXEMPT");
        history.target(ward, YEAR_START, YEAR_END, 5);
        disciplinary = history.discipline("MEMBER", moved, third, "REPRIMAND", IN_YEAR, List.of("OTHER"));
        history.discipline("UNIT", second, second, "WARNING", IN_YEAR, List.of("OTHER"));
        history.removal("STRIKE_OFF", moved, third, IN_YEAR, List.of("CARD_RETURNED"));
        history.post(Ids.next(), moved, third, "BRANCH_SECRETARY", false, SINCE, null);
        history.workingRules(Ids.next(), third, SINCE, null, List.of(moved));
        taxes = TargetPlan.ofYear(ward, "economy.tax-revenue", "VND", 2022, "4000")
                .main();
        history.target(taxes.reached(IN_YEAR, "2000"), "review.target-result-recorded.v1");
        history.target(TargetPlan.ofYear(third, "economy.tax-revenue", "VND", 2022, "500"), "review.target-set.v1");
        feed.all(history);
    }

    @Test
    void aUnitThatIsLaterToldToStandElsewhereKeepsTheCyclesItHadThen() {
        String query = "unit=E.X&indicators=review.members-excluded&cycle=2022&to=2022-12-31&knownAt=" + history.now();
        String before = asking.body("admin", query);
        assertThat(asking.figure(query).over()).isEqualTo("1/2");
        moveWard();
        history.cycle(2022, province, OPENED.plusDays(7));
        feed.all(history);
        assertThat(asking.body("admin", query)).isEqualTo(before);
    }

    @Test
    void aCodeThatIsLaterGivenToAnotherUnitStillMeansTheFormerOne() {
        String query = "unit=D.W.02&indicators=unit.count&to=2022-12-31&knownAt=" + history.now();
        String before = asking.body("admin", query);
        reuseCode();
        feed.all(history);
        assertThat(asking.body("admin", query)).isEqualTo(before);
    }

    @Test
    void everyIndicatorByEveryDimensionStaysAsItWas() {
        List<String> queries = queries(history.now());
        Map<String, String> before = bodies(queries);
        everythingThatCanBeTold();
        feed.all(history);
        assertThat(bodies(queries)).isEqualTo(before);
        List<String> latest = queries(history.now());
        assertThat(bodies(latest).values()).doesNotContainAnyElementsOf(before.values());
    }

    @Test
    void anIndicatorNamesEveryServiceThatItRestsOn() {
        Map<Set<String>, List<Indicator>> byProducers =
                catalogue.all().stream().collect(Collectors.groupingBy(Indicator::producers));
        assertThat(byProducers).containsOnlyKeys(Set.of("org"), Set.of("org", "review"), Set.of("org", "discipline"));
        Map<String, String> withEverything = bodies(queries(catalogue.all(), history.now()));
        byProducers.forEach((producers, indicators) -> {
            feed.clear();
            feed.take(history.events().stream()
                    .filter(event -> producers.contains(event.topic().split("\\.")[0]))
                    .toList());
            feed.watermark(history.now());
            assertThat(withEverything).containsAllEntriesOf(bodies(queries(indicators, history.now())));
        });
    }

    @Test
    void aServiceThatIsBehindHoldsOnlyWhatRestsOnIt() {
        Instant behind = history.now().minusSeconds(60);
        feed.watermark("review", behind);
        assertThat(asking.body("admin", "unit=P&indicators=member.count")).contains("\"" + history.now() + "\"");
        assertThat(asking.body("admin", "unit=P&indicators=member.count,review.good-or-better"))
                .contains("\"" + behind + "\"");
        String early = "/api/reporting/v1/figures?unit=P&knownAt=" + history.now() + "&indicators=";
        assertThat(asking.get("admin", early + "review.good-or-better").getStatus())
                .isEqualTo(422);
        assertThat(asking.get("admin", early + "member.count").getStatus()).isEqualTo(200);
    }

    private List<String> queries(Collection<Indicator> indicators, Instant knownAt) {
        String when = "&from=2022-01-01&to=2022-12-31&cycle=2022&knownAt=" + knownAt;
        List<String> queries = new ArrayList<>();
        for (Indicator indicator : indicators) {
            queries.add("unit=P&indicators=" + indicator.id() + when);
            for (Dimension dimension : indicator.dimensions()) {
                queries.add("unit=P&indicators=" + indicator.id() + "&by=" + dimension.code() + when);
            }
        }
        return queries;
    }

    private List<String> queries(Instant knownAt) {
        String when = "&from=2022-01-01&to=2022-12-31&knownAt=" + knownAt;
        String all = catalogue.all().stream().map(Indicator::id).collect(Collectors.joining(","));
        List<String> queries = new ArrayList<>();
        for (String unit : UNITS) {
            queries.add("unit=" + unit + "&indicators=" + all + "&by=unit&cycle=2022" + when);
            queries.add("unit=" + unit + "&indicators=" + all + "&cycle=all&asOf=2022-02-01" + when);
        }
        queries.add("unit=P&indicators=" + all + "&cycle=" + cycle + when);
        queries.addAll(queries(catalogue.all(), knownAt));
        return queries;
    }

    private Map<String, String> bodies(List<String> queries) {
        Map<String, String> bodies = new LinkedHashMap<>();
        queries.forEach(query -> bodies.put(query, asking.body("admin", query)));
        return bodies;
    }

    private void everythingThatCanBeTold() {
        moveWard();
        reuseCode();
        UUID young = history.unit("E.X.09", "BRANCH", "BRANCH", "SCHOOL", otherWard, SINCE);
        history.unitPicture(
                first,
                "org.unit-kind-changed.v1",
                "D.W.01",
                List.of(History.unitSlice(SINCE, null, "SECTION_ORGANISATION", "BRANCH", "AGENCY", ward)),
                List.of());
        UUID late = history.member(young, IN_YEAR, "ADMITTED");
        history.memberPicture(
                member,
                "org.member-left.v1",
                List.of(
                        History.slice(SINCE, IN_YEAR, first, "PROBATIONARY"),
                        History.slice(IN_YEAR, IN_YEAR.plusMonths(2), third, "OFFICIAL")),
                List.of(
                        History.movement(SINCE, "ADMITTED", first, null),
                        History.movement(IN_YEAR, "TRANSFERRED", first, third),
                        History.movement(IN_YEAR.plusMonths(2), "EXPELLED", third, null)));
        UUID again = history.cycle(2022, province, OPENED.plusDays(7));
        history.graded(
                history.review(again, 2022, "MEMBER", late, young, OPENED),
                OPENED.plusDays(30),
                new Grade("EXCELLENT", OPENED.plusDays(12)));
        history.graded(
                review,
                OPENED.plusDays(20),
                new Grade("GOOD", OPENED.plusDays(10)),
                new Grade("NOT_COMPLETED", OPENED.plusDays(15)));
        history.graded(
                history.review(cycle, 2022, "UNIT", first, first, OPENED),
                OPENED.plusDays(20),
                new Grade("COMPLETED", OPENED.plusDays(11)));
        history.excluded(cycle, 2022, Ids.next(), second, OPENED, "SUSPENDED");
        history.target(district, YEAR_START, YEAR_END, 50);
        history.target(first, YEAR_START, IN_YEAR, 2);
        history.discipline(
                disciplinary, "MEMBER", late, third, "EXPULSION", IN_YEAR, List.of("ETHICS_LIFESTYLE"), IN_YEAR);
        history.discipline("MEMBER", member, first, "WARNING", IN_YEAR, List.of("INTERNAL_UNITY"));
        history.discipline("UNIT", first, first, "REPRIMAND", IN_YEAR, List.of("INTERNAL_UNITY"));
        history.post(Ids.next(), member, first, "BRANCH_SECRETARY", false, SINCE, null);
        history.workingRules(Ids.next(), first, SINCE, null, List.of(member, late));
        history.target(taxes.reached(YEAR_END, "4100"), "review.target-result-corrected.v1");
        history.target(
                TargetPlan.ofYear(first, "society.poor-households", "PERCENT", 2022, "2")
                        .reached(YEAR_END, "1.5"),
                "review.target-result-recorded.v1");
        history.removal("SCREENING", member, first, IN_YEAR, List.of("WILL_LOST"));
    }

    private void moveWard() {
        history.unitPicture(
                otherWard,
                "org.unit-re-parented.v1",
                "E.X",
                List.of(History.unitSlice(SINCE, null, "GRASSROOTS", "PARTY_ORGANISATION", null, district)),
                List.of());
    }

    private void reuseCode() {
        UUID successor = Ids.next();
        history.unitPicture(
                second,
                "org.unit-ended.v1",
                "D.W.02",
                List.of(History.unitSlice(SINCE, IN_YEAR, "BRANCH", "BRANCH", "SCHOOL", ward)),
                List.of(successor));
        history.unitPicture(
                successor,
                "org.unit-established.v1",
                "D.W.02",
                List.of(History.unitSlice(IN_YEAR, null, "BRANCH", "BRANCH", "RESIDENTIAL", otherWard)),
                List.of(second),
                List.of());
    }
}
