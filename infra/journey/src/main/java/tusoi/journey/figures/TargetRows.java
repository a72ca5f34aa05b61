package tusoi.journey.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What article 001 prints of targets: how many were met, and of some how much of the plan. */
final class TargetRows {
    private TargetRows() {}

    /** @param figures the request up to the unit */
    static List<Row> of(String figures) {
        String span = "&from=2022-01-01&to=2022-12-31&indicators=";
        String traAn = figures + "BT.TA" + span;
        return List.of(
                new Row(
                        23,
                        "001",
                        "chief targets of phường Trà An met or passed in 2022",
                        new Printed.OutOf(15, 15),
                        traAn + "target.achieved&by=main",
                        Map.of("main", "MAIN")),
                reached(
                        24,
                        "its budget revenue in đồng, of the plan",
                        new JustAbove(new BigDecimal("7170000000"), 179),
                        traAn,
                        "economy.budget-revenue"),
                reached(24, "its tax revenue, of the plan", new ShareOf("102.5"), traAn, "economy.tax-revenue"),
                reached(
                        27,
                        "disaster prevention fund of the district's economic office",
                        new ShareOf("74"),
                        figures + "BT.CQ.01" + span,
                        "fund.disaster-prevention"),
                reached(
                        27,
                        "the same fund in enterprises at Trà An",
                        new JustAbove(null, 30),
                        traAn,
                        "fund.disaster-prevention-of-enterprises"));
    }

    private static Row reached(int number, String counted, Printed printed, String asked, String target) {
        return new Row(
                number, "001", counted, printed, asked + "target.value&by=target", Map.of("target", target + "/VND"));
    }
}
