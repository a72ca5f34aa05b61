package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.ids.Ids;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;
import tusoi.reporting.TargetPlan;

/** target.achieved and target.value: what was planned, and what was reached by which day. */
@ReportingTest
class TargetResultsTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final LocalDate HALF = LocalDate.of(2022, 6, 30);
    private static final LocalDate END = LocalDate.of(2022, 12, 31);
    private static final String YEAR = "&from=2022-01-01&to=2022-12-31";
    private static final String TAX = "economy.tax-revenue";

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID district;
    private UUID ward;
    private UUID other;

    @BeforeEach
    void aDistrictWithTwoWards() {
        feed.clear();
        district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        ward = history.unit("D.W1", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        other = history.unit("D.W2", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        history.account("observer", "OBSERVER", ward);
    }

    @Test
    void theNewestResultAsOfADayCounts() {
        TargetPlan tax = ofYear(ward, TAX, "VND", "4000000000").main();
        recorded(tax.reached(HALF, "2150000000"));
        recorded(tax.reached(END, "4100000000"));
        feed.all(history);
        assertThat(value("D.W1", YEAR).over()).isEqualTo("4100000000/4000000000");
        assertThat(value("D.W1", YEAR).node().get("ratio").decimalValue()).isEqualByComparingTo("1.025");
        assertThat(value("D.W1", "&from=2022-01-01&to=2022-12-30").over()).isEqualTo("2150000000/4000000000");
        assertThat(achieved("D.W1", YEAR).over()).isEqualTo("1/1");
        assertThat(achieved("D.W1", "&from=2022-01-01&to=2022-12-30").over())
                .as("a year's plan is there in the middle of it")
                .isEqualTo("0/1");
        assertThat(achieved("D.W1", "&from=2022-01-02&to=2022-12-31").over()).isEqualTo("0/0");
        assertThat(achieved("D.W1", "&from=2021-01-01&to=2021-12-31").over()).isEqualTo("0/0");
    }

    @Test
    void aCorrectionLeavesWhatWasKnownBefore() {
        TargetPlan tax = ofYear(ward, TAX, "VND", "4000");
        recorded(tax.reached(END, "3990"));
        Instant before = history.now();
        history.target(tax.reached(END, "4100"), "review.target-result-corrected.v1");
        Instant corrected = history.now();
        history.target(tax.without(END), "review.target-result-withdrawn.v1");
        Instant withdrawn = history.now();
        history.cancelled(tax);
        feed.all(history);
        assertThat(value("D", YEAR + "&knownAt=" + before).over()).isEqualTo("3990/4000");
        assertThat(achieved("D", YEAR + "&knownAt=" + before).over()).isEqualTo("0/1");
        assertThat(value("D", YEAR + "&knownAt=" + corrected).over()).isEqualTo("4100/4000");
        assertThat(achieved("D", YEAR + "&knownAt=" + corrected).over()).isEqualTo("1/1");
        JsonNode unknown = value("D", YEAR + "&knownAt=" + withdrawn).node();
        assertThat(unknown.get("value").isNull()).as("unknown is not 0").isTrue();
        assertThat(unknown.get("absent").asString()).isEqualTo("no-single-target");
        assertThat(achieved("D", YEAR + "&knownAt=" + withdrawn).over()).isEqualTo("0/1");
        assertThat(achieved("D", YEAR).over()).as("cancelled").isEqualTo("0/0");
    }

    @Test
    void chiefTargetsAreToldApartAndAdmissionsAreNotAmongThem() {
        recorded(ofYear(ward, TAX, "VND", "4000").main().reached(END, "4000"));
        recorded(ofYear(ward, "fund.disaster", "VND", "100").reached(END, "30.5"));
        recorded(ofYear(ward, "society.jobs", "PERSON", "600").main());
        history.target(ward, LocalDate.of(2022, 1, 1), END, 5);
        feed.all(history);
        assertThat(asking.figure("unit=D&by=main&indicators=target.achieved" + YEAR)
                        .parts())
                .isEqualTo(Map.of("MAIN", "1/2", "OTHER", "0/1"));
        assertThat(asking.figure("unit=D&by=target&indicators=target.achieved" + YEAR)
                        .parts())
                .isEqualTo(Map.of(
                        "economy.tax-revenue/VND", "1/1", "fund.disaster/VND", "0/1", "society.jobs/PERSON", "0/1"));
        assertThat(asking.figure("unit=D&by=unit&indicators=target.achieved" + YEAR)
                        .parts())
                .isEqualTo(Map.of("D.W1", "1/3", "D.W2", "0/0"));
    }

    @Test
    void amountsOfOneTargetAndMeasureAreSummedAndNoOthers() {
        recorded(ofYear(ward, TAX, "VND", "4000").reached(END, "4100"));
        recorded(ofYear(other, TAX, "VND", "1000").reached(END, "900.5"));
        feed.all(history);
        assertThat(value("D", YEAR).over()).isEqualTo("5000.5/5000");
        assertThat(asking.figure("unit=D&by=unit&indicators=target.value" + YEAR)
                        .parts())
                .isEqualTo(Map.of("D.W1", "4100/4000", "D.W2", "900.5/1000"));
        recorded(ofYear(other, TAX, "HECTARE", "3").reached(END, "2"));
        recorded(ofYear(other, "economy.budget-revenue", "VND", "7").reached(END, "8"));
        feed.all(history);
        JsonNode several = value("D", YEAR).node();
        assertThat(several.get("numerator").isNull()).isTrue();
        assertThat(several.get("denominator").isNull()).isTrue();
        assertThat(asking.figure("unit=D&by=unit&indicators=target.value" + YEAR)
                        .node()
                        .get("breakdown")
                        .isNull())
                .isTrue();
        assertThat(asking.figure("unit=D&by=target&indicators=target.value" + YEAR)
                        .parts())
                .isEqualTo(Map.of(
                        "economy.tax-revenue/VND",
                        "5000.5/5000",
                        "economy.tax-revenue/HECTARE",
                        "2/3",
                        "economy.budget-revenue/VND",
                        "8/7"));
    }

    @Test
    void percentsOfUnitsAreNoPercentsOfTheirDistrict() {
        recorded(ofYear(ward, "society.poor-households", "PERCENT", "1.5").reached(END, "1.25"));
        recorded(ofYear(other, "society.poor-households", "PERCENT", "1.5").reached(END, "2"));
        feed.all(history);
        assertThat(value("D.W1", YEAR).over()).isEqualTo("1.25/1.5");
        assertThat(value("D", YEAR).node().get("numerator").isNull()).isTrue();
    }

    @Test
    void aSuperiorsOwnTargetHoldsInsteadOfWhatItCovers() {
        recorded(ofYear(district, TAX, "VND", "6000").reached(END, "6100"));
        recorded(ofYear(ward, TAX, "VND", "4000").reached(END, "4100"));
        TargetPlan half = new TargetPlan(ward, TAX, "VND", LocalDate.of(2022, 1, 1), HALF, "2000");
        recorded(half.reached(HALF, "2150"));
        feed.all(history);
        assertThat(value("D", YEAR).over()).isEqualTo("6100/6000");
        assertThat(value("D.W1", YEAR).over()).isEqualTo("4100/4000");
        Asking.Figure byUnit = asking.figure("unit=D&by=unit,target&indicators=target.value" + YEAR);
        assertThat(byUnit.parts())
                .isEqualTo(
                        Map.of("D economy.tax-revenue/VND", "6100/6000", "D.W1 economy.tax-revenue/VND", "4100/4000"));
        assertThat(byUnit.node().at("/breakdown/additive").asBoolean()).isFalse();
        assertThat(achieved("D", YEAR).over()).as("each is a target").isEqualTo("3/3");
    }

    @Test
    void aSuperiorsTargetHoldsInsteadOfThatOfABranchThatWasMerged() {
        LocalDate day = LocalDate.of(2022, 7, 1);
        UUID branch = Ids.next();
        UUID into = Ids.next();
        ended(branch, ward, day, List.of(into));
        began(into, "D.W1.C", ward, List.of(branch));
        recorded(ofYear(ward, TAX, "VND", "6000").reached(HALF, "3000").reached(END, "6100"));
        recorded(ofHalf(branch, "1000").reached(HALF, "900"));
        recorded(ofYear(into, TAX, "VND", "500").reached(END, "650"));
        feed.all(history);
        assertThat(value("D.W1", YEAR).over()).isEqualTo("6100/6000");
        assertThat(value("D.W1", YEAR + "&asOf=2022-06-30").over()).isEqualTo("6100/6000");
        assertThat(value("D", YEAR).over()).isEqualTo("6100/6000");
        assertThat(value("D.W1.C", YEAR).over())
                .as("it and the one merged into it are siblings")
                .isEqualTo("1550/1500");
        assertThat(asking.figure("unit=D.W1&by=unit,target&indicators=target.value" + YEAR)
                        .parts())
                .isEqualTo(Map.of(
                        "D.W1 economy.tax-revenue/VND", "6100/6000", "D.W1.C economy.tax-revenue/VND", "1550/1500"));
    }

    @Test
    void andOfOneThatWentUpIntoItOrEndedOrWasSplit() {
        LocalDate day = LocalDate.of(2022, 7, 1);
        List<List<UUID>> ends = List.of(List.of(ward), List.of(), List.of(Ids.next(), Ids.next()));
        for (List<UUID> successors : ends) {
            UUID branch = Ids.next();
            ended(branch, ward, day, successors);
            successors.stream()
                    .filter(one -> !one.equals(ward))
                    .forEach(one -> began(one, "D.W1." + one, ward, List.of(branch)));
            recorded(ofHalf(branch, "1000").reached(HALF, "900"));
        }
        recorded(ofYear(ward, TAX, "VND", "6000").reached(END, "6100"));
        recorded(ofYear(other, TAX, "VND", "10").reached(END, "20"));
        feed.all(history);
        for (String asOf : List.of("", "&asOf=2022-06-30")) {
            assertThat(value("D.W1", YEAR + asOf).over()).as(asOf).isEqualTo("6100/6000");
            assertThat(value("D", YEAR + asOf).over()).as(asOf).isEqualTo("6120/6010");
        }
    }

    /** Wards merged in the middle of the year: the old ward's plan covers those of its branches, which stand under the new one. */
    @Test
    void anEndedSuperiorsTargetHoldsInsteadOfThoseOfItsBranchesThatLiveOn() {
        LocalDate day = LocalDate.of(2022, 7, 1);
        UUID old = Ids.next();
        UUID anew = Ids.next();
        ended(old, district, day, List.of(anew));
        began(anew, "D.NEW", district, List.of(old));
        UUID along = moved("D.ALONG", old, day, anew);
        UUID elsewhere = moved("D.ELSEWHERE", old, day, ward);
        UUID before = moved("D.BEFORE", old, LocalDate.of(2022, 3, 1), ward);
        UUID gone = Ids.next();
        ended(gone, old, LocalDate.of(2022, 4, 1), List.of(elsewhere));
        recorded(ofYear(old, TAX, "VND", "100").reached(HALF, "90").reached(END, "110"));
        recorded(ofYear(along, TAX, "VND", "60").reached(END, "61"));
        recorded(ofHalf(elsewhere, "20").reached(HALF, "21"));
        recorded(ofHalf(gone, "7").reached(HALF, "8"));
        feed.all(history);
        assertThat(value("D.NEW", YEAR).over()).isEqualTo("110/100");
        assertThat(value("D.ALONG", YEAR).over()).isEqualTo("61/60");
        assertThat(value("D.W1", YEAR).over()).as("the ward's is elsewhere").isEqualTo("29/27");
        assertThat(value("D", YEAR).over()).isEqualTo("110/100");
        assertThat(value("D", YEAR + "&asOf=2022-06-30").over()).isEqualTo("110/100");
        assertThat(asking.figure("unit=D&by=unit,target&indicators=target.value" + YEAR)
                        .parts())
                .as("each part is what its own unit answers")
                .isEqualTo(Map.of("D.NEW economy.tax-revenue/VND", "110/100", "D.W1 economy.tax-revenue/VND", "29/27"));

        recorded(ofYear(before, TAX, "VND", "3").reached(END, "4"));
        recorded(new TargetPlan(anew, TAX, "VND", day, END, "40").reached(END, "41"));
        feed.all(history);
        assertThat(value("D", YEAR).over())
                .as("one that had left before, and the successor, are others")
                .isEqualTo("155/143");
    }

    @Test
    void aSuperiorToComeHoldsInsteadOfThoseThatWillBeUnderIt() {
        LocalDate day = LocalDate.of(2022, 7, 1);
        UUID old = Ids.next();
        UUID anew = Ids.next();
        ended(old, district, day, List.of(anew));
        began(anew, "D.NEW", district, List.of(old));
        UUID along = moved("D.ALONG", old, day, anew);
        recorded(new TargetPlan(anew, TAX, "VND", day, END, "40").reached(END, "41"));
        recorded(new TargetPlan(along, TAX, "VND", day, END, "30").reached(END, "31"));
        feed.all(history);
        assertThat(value("D", YEAR).over()).isEqualTo("41/40");
        assertThat(value("D", YEAR + "&asOf=2022-06-30").over()).isEqualTo("41/40");
    }

    /** Else neither would be counted. */
    @Test
    void anEndedSuperiorThatWentUnderItsFormerBranchHasNoSayOverIt() {
        LocalDate day = LocalDate.of(2022, 7, 1);
        UUID old = Ids.next();
        UUID under = Ids.next();
        ended(old, district, day, List.of(under));
        UUID risen = moved("D.RISEN", old, day, district);
        began(under, "D.UNDER", risen, List.of(old));
        recorded(ofYear(old, TAX, "VND", "100").reached(END, "110"));
        recorded(ofYear(risen, TAX, "VND", "60").reached(END, "61"));
        feed.all(history);
        assertThat(value("D", YEAR).over()).isEqualTo("61/60");
        assertThat(value("D", YEAR + "&asOf=2022-06-30").over()).isEqualTo("110/100");
    }

    /** Its percents are not counted where those of another unit are asked for, so that they hold instead of nothing either. */
    @Test
    void anEndedSuperiorThatBecamePartOfItsFormerBranchLeavesThatItsPercents() {
        LocalDate day = LocalDate.of(2022, 7, 1);
        UUID old = Ids.next();
        UUID risen = moved("D.RISEN", old, day, district);
        ended(old, district, day, List.of(risen));
        for (String measure : List.of("PERCENT", "VND")) {
            recorded(ofYear(old, TAX, measure, "90").reached(END, "95"));
            recorded(ofYear(risen, TAX, measure, "60").reached(END, "61"));
        }
        feed.all(history);
        assertThat(asking.figure("unit=D.RISEN&by=target&indicators=target.value" + YEAR)
                        .parts())
                .isEqualTo(Map.of("economy.tax-revenue/PERCENT", "61/60", "economy.tax-revenue/VND", "95/90"));
    }

    private UUID moved(String code, UUID from, LocalDate day, UUID to) {
        UUID branch = Ids.next();
        history.unitPicture(
                branch,
                "org.unit-re-parented.v1",
                code,
                List.of(
                        History.unitSlice(SINCE, day, "GRASSROOTS", "PARTY_ORGANISATION", null, from),
                        History.unitSlice(day, null, "GRASSROOTS", "PARTY_ORGANISATION", null, to)),
                List.of());
        return branch;
    }

    private void ended(UUID branch, UUID under, LocalDate end, List<UUID> successors) {
        history.unitPicture(
                branch,
                "org.unit-ended.v1",
                "D.W1." + branch,
                List.of(History.unitSlice(SINCE, end, "GRASSROOTS", "PARTY_ORGANISATION", null, under)),
                List.of(),
                successors);
    }

    private void began(UUID branch, String code, UUID under, List<UUID> predecessors) {
        history.unitPicture(
                branch,
                "org.unit-established.v1",
                code,
                List.of(History.unitSlice(
                        LocalDate.of(2022, 7, 1), null, "GRASSROOTS", "PARTY_ORGANISATION", null, under)),
                predecessors,
                List.of());
    }

    private static TargetPlan ofHalf(UUID unit, String planned) {
        return new TargetPlan(unit, TAX, "VND", LocalDate.of(2022, 1, 1), HALF, planned);
    }

    @Test
    void rowsShowTheTargetsByWhichItIsCounted() {
        recorded(ofYear(ward, TAX, "VND", "4000").main().reached(HALF, "2000").reached(END, "4100"));
        recorded(ofYear(ward, "fund.disaster", "VND", "100").reached(END, "30.5"));
        feed.all(history);
        JsonNode page = rows("observer", "unit=D.W1&indicator=target.achieved" + YEAR);
        assertThat(page.at("/items")).hasSize(1);
        assertThat(page.at("/items/0/fact").asString()).isEqualTo("TARGET_RESULT");
        assertThat(page.at("/items/0/day").asString()).isEqualTo("2022-12-31");
        assertThat(page.at("/items/0/subjectId").asString()).isEqualTo(ward.toString());
        assertThat(page.at("/items/0/dimensions/main/0").asString()).isEqualTo("MAIN");
        JsonNode part = rows("observer", "unit=D.W1&indicator=target.value&by=target&part=fund.disaster/VND" + YEAR);
        assertThat(part.at("/items")).hasSize(1);
        assertThat(part.at("/items/0/amount").decimalValue()).isEqualByComparingTo("30.5");
        assertThat(page.at("/items/0/amount").isNull()).isTrue();
        assertThat(part.at("/items/0/dimensions/target/0").asString()).isEqualTo("fund.disaster/VND");
    }

    @Test
    void aReportShowsThemByUnit() {
        recorded(ofYear(ward, TAX, "VND", "4000").main().reached(END, "4100"));
        feed.all(history);
        JsonNode report = JsonMapper.shared()
                .readTree(asking.get("admin", "/api/reporting/v1/reports/targets?unit=D&from=2022-01-01&to=2022-12-31")
                        .getContentAsByteArray());
        assertThat(report.at("/rows/0/key").asString()).isEqualTo("D.W1");
        assertThat(report.at("/rows/0/cells/0/value").asInt()).isEqualTo(1);
        assertThat(report.at("/rows/0/cells/1/value").asInt()).isEqualTo(1);
    }

    private JsonNode rows(String subject, String query) {
        return JsonMapper.shared()
                .readTree(asking.get(subject, "/api/reporting/v1/figures/rows?" + query)
                        .getContentAsByteArray());
    }

    private Asking.Figure value(String unit, String when) {
        return asking.figure("unit=" + unit + "&indicators=target.value" + when);
    }

    private Asking.Figure achieved(String unit, String when) {
        return asking.figure("unit=" + unit + "&indicators=target.achieved" + when);
    }

    private void recorded(TargetPlan target) {
        history.target(target, "review.target-result-recorded.v1");
    }

    private static TargetPlan ofYear(UUID unit, String indicator, String measure, String planned) {
        return TargetPlan.ofYear(unit, indicator, measure, 2022, planned);
    }
}
