package tusoi.journey.entry;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tusoi.journey.api.Answer;
import tusoi.journey.register.BinhThuy;

/**
 * What quận Bình Thủy's units planned for 2022 and reached (article 001): the fifteen chief targets of phường Trà An, and two weak
 * ones, of it and of the district's economic office. Where the article names no plan, it is made up to give the share that it prints.
 */
final class BinhThuyTargets {
    private static final String ECONOMIC_OFFICE = BinhThuy.CODE + ".CQ.01";
    private static final String HALF_YEAR = "2022-06-30";
    private static final String YEAR_END = "2022-12-31";

    private record Target(
            String indicator,
            String name,
            String measure,
            boolean atMost,
            String planned,
            String half,
            String reached) {
        static Target atLeast(
                String indicator, String name, String measure, String planned, String half, String reached) {
            return new Target(indicator, name, measure, false, planned, half, reached);
        }

        static Target atMost(
                String indicator, String name, String measure, String planned, String half, String reached) {
            return new Target(indicator, name, measure, true, planned, half, reached);
        }
    }

    private static final List<Target> CHIEF = List.of(
            Target.atLeast("economy.budget-revenue", "Thu ngân sách", "VND", "4000000000", "3120000000", "7170000000"),
            Target.atLeast("economy.tax-revenue", "Thu thuế", "VND", "4000000000", "2150000000", "4100000000"),
            Target.atLeast("economy.new-businesses", "Cơ sở kinh doanh mới", "NUMBER", "40", "22", "46"),
            Target.atMost("society.poor-households", "Tỉ lệ hộ nghèo", "PERCENT", "1.5", "1.6", "1.2"),
            Target.atLeast("society.jobs", "Giải quyết việc làm", "PERSON", "600", "310", "655"),
            Target.atLeast("society.health-insurance", "Bao phủ bảo hiểm y tế", "PERCENT", "92", "90.1", "93.4"),
            Target.atLeast("society.cultural-families", "Gia đình văn hóa", "PERCENT", "95", "0", "96.1"),
            Target.atLeast("society.school-enrolment", "Trẻ đến trường đúng tuổi", "PERCENT", "99", "0", "99.6"),
            Target.atMost("society.malnutrition", "Trẻ suy dinh dưỡng", "PERCENT", "7", "6.8", "6.2"),
            Target.atLeast("environment.waste", "Thu gom rác thải", "PERCENT", "95", "94.2", "97"),
            Target.atLeast("environment.clean-water", "Hộ dùng nước sạch", "PERCENT", "99", "98.7", "99.3"),
            Target.atLeast("defence.enlistment", "Giao quân", "PERSON", "12", "12", "12"),
            Target.atMost("security.crime", "Vụ phạm pháp hình sự", "CASE", "20", "9", "17"),
            Target.atLeast("infrastructure.lanes", "Nâng cấp tuyến hẻm", "WORK", "2", "1", "3"),
            Target.atLeast("administration.online-files", "Hồ sơ trực tuyến", "PERCENT", "60", "55", "71.5"));

    private static final Target ENTERPRISES_FUND = Target.atLeast(
            "fund.disaster-prevention-of-enterprises",
            "Quỹ phòng, chống thiên tai trong doanh nghiệp",
            "VND",
            "60000000",
            "6000000",
            "18300000");
    private static final Target DISTRICT_FUND = Target.atLeast(
            "fund.disaster-prevention", "Quỹ phòng, chống thiên tai", "VND", "150000000", "48000000", "111000000");

    private final Desk desk;

    BinhThuyTargets(Desk desk) {
        this.desk = desk;
    }

    void enter() {
        String officer = Desk.organisation(BinhThuy.TRA_AN);
        String secretary = Desk.secretary(BinhThuy.TRA_AN);
        CHIEF.forEach(target -> enter(BinhThuy.TRA_AN, target, true, officer, secretary));
        enter(BinhThuy.TRA_AN, ENTERPRISES_FUND, false, officer, secretary);
        String district = Desk.organisation(BinhThuy.CODE);
        enter(ECONOMIC_OFFICE, DISTRICT_FUND, false, district, district);
        desk.say("  %s: %d targets of 2022 with their results".formatted(BinhThuy.CODE, CHIEF.size() + 2));
    }

    /** Who sets targets sets it; who answers for the unit enters what was reached by the middle and by the end of the year. */
    private void enter(String unit, Target target, boolean main, String officer, String reporter) {
        String key = "demo/target/" + unit + "/" + target.indicator();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("unitId", desk.unit(unit));
        body.put("indicator", target.indicator());
        body.put("name", target.name());
        body.put("from", "2022-01-01");
        body.put("to", YEAR_END);
        body.put("planned", new BigDecimal(target.planned()));
        body.put("measure", target.measure());
        body.put("comparison", target.atMost() ? "AT_MOST" : "AT_LEAST");
        body.put("main", main);
        Answer set = desk.api().post(officer, "/api/review/v1/targets", body, key);
        String results = "/api/review/v1/targets/" + set.body().path("targetId").asString() + "/results";
        Answer half =
                desk.api().post(reporter, results, result(HALF_YEAR, target.half()), key + "/" + HALF_YEAR, set.etag());
        desk.api().post(reporter, results, result(YEAR_END, target.reached()), key + "/" + YEAR_END, half.etag());
    }

    private static Map<String, Object> result(String on, String value) {
        return Map.of("on", on, "value", new BigDecimal(value));
    }
}
