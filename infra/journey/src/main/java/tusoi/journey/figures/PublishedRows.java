package tusoi.journey.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of kind Q and S of articles 000, 001 and 003 that the services can record by now, and those that they cannot. */
final class PublishedRows {
    private static final String FIGURES = "/api/reporting/v1/figures?unit=";
    private static final String LE_BINH = FIGURES + "CR.LB&from=2020-01-01&to=2023-10-01&indicators=";
    private static final String END_OF_NOVEMBER = "&from=2022-01-01&to=2022-11-30&cycle=2022&indicators=";
    private static final String BINH_THUY = FIGURES + "BT" + END_OF_NOVEMBER;
    private static final String TRA_AN = FIGURES + "BT.TA" + END_OF_NOVEMBER;
    private static final String BY_LEVELS = "review.units-completed&by=parent-level,level";

    private PublishedRows() {}

    static List<Row> covered() {
        List<Row> rows = new ArrayList<>(leBinh());
        rows.addAll(binhThuy());
        rows.addAll(traAn());
        rows.addAll(TargetRows.of(FIGURES));
        rows.addAll(thuongTrung());
        return rows;
    }

    private static List<Row> leBinh() {
        String byKind = LE_BINH + "unit.branches&by=kind";
        String grounds = LE_BINH + "removal.members&by=ground";
        List<Row> rows = new ArrayList<>(List.of(
                Row.of(1, "000", "branches of phường Lê Bình", new Printed.Count(16), LE_BINH + "unit.branches"),
                new Row(1, "000", "of these residential", new Printed.Count(8), byKind, Map.of("kind", "RESIDENTIAL")),
                new Row(1, "000", "of these of schools", new Printed.Count(5), byKind, Map.of("kind", "SCHOOL")),
                new Row(1, "000", "of these of agencies", new Printed.Count(3), byKind, Map.of("kind", "AGENCY")),
                Row.ofOthers(
                        3,
                        "000",
                        "the other branches beside one",
                        new Printed.Count(15),
                        LE_BINH + "unit.branches&by=unit",
                        Map.of("unit", "CR.LB.01")),
                Row.of(2, "000", "members on 1 October 2023", new Printed.Count(718), LE_BINH + "member.count")));
        rows.addAll(posts());
        for (int year = 2020; year <= 2022; year++) {
            rows.add(Row.of(
                    12,
                    "000",
                    "members graded good or better in " + year,
                    new Printed.ShareAbove(92),
                    FIGURES + "CR.LB&from=" + year + "-01-01&to=2023-10-01&cycle=" + year
                            + "&indicators=review.good-or-better"));
        }
        rows.addAll(List.of(
                new Row(
                        14,
                        "000",
                        "members disciplined for corruption since 2020",
                        new Printed.Count(2),
                        LE_BINH + "discipline.members&by=content",
                        Map.of("content", "CORRUPTION_DELIBERATE")),
                new Row(
                        15,
                        "000",
                        "members reprimanded since 2020",
                        new Printed.Count(2),
                        LE_BINH + "discipline.members&by=form",
                        Map.of("form", "REPRIMAND")),
                new Row(
                        16,
                        "000",
                        "members struck off since 2020",
                        new Printed.Count(6),
                        LE_BINH + "removal.members&by=kind",
                        Map.of("kind", "STRIKE_OFF")),
                new Row(
                        16,
                        "000",
                        "of these for staying away",
                        new Printed.Count(6),
                        grounds,
                        Map.of("ground", "ABSENT_THREE_MONTHS")),
                new Row(
                        16,
                        "000",
                        "of these for unpaid dues",
                        new Printed.Count(6),
                        grounds,
                        Map.of("ground", "DUES_UNPAID_THREE_MONTHS"))));
        return rows;
    }

    /** The press names one person for each of these; that the person holds both is the figure. */
    private static List<Row> posts() {
        String held = LE_BINH + "post.holders&by=posts";
        return List.of(
                together(
                        6,
                        "000",
                        "standing deputy secretary and inspection chair",
                        held,
                        "INSPECTION_CHAIR-STANDING_DEPUTY_SECRETARY"),
                together(
                        7,
                        "000",
                        "branch secretary and neighbourhood head",
                        held,
                        "BRANCH_SECRETARY-NEIGHBOURHOOD_HEAD"),
                together(
                        7,
                        "000",
                        "branch deputy secretary and Front committee head",
                        held,
                        "BRANCH_DEPUTY_SECRETARY-FRONT_COMMITTEE_HEAD"));
    }

    private static Row together(int number, String article, String posts, String request, String key) {
        return new Row(number, article, "one " + posts, new Printed.Count(1), request, Map.of("posts", key));
    }

    private static List<Row> binhThuy() {
        return List.of(
                new Row(
                        19,
                        "001",
                        "bases of quận Bình Thủy done by the end of November 2022",
                        new Printed.OutOf(25, 45),
                        BINH_THUY + "review.units-completed&by=level",
                        Map.of("level", "GRASSROOTS")),
                new Row(
                        20,
                        "001",
                        "branches directly under a base done by then",
                        new Printed.OutOf(172, 172),
                        BINH_THUY + BY_LEVELS,
                        Map.of("parent-level", "GRASSROOTS", "level", "BRANCH")),
                Row.of(
                        21,
                        "001",
                        "members reviewed by then",
                        new Printed.MoreThan(5000),
                        BINH_THUY + "review.members-reviewed"),
                together(
                                30,
                                "001",
                                "secretary of an agency's branch and its head",
                                FIGURES + "BT.CQ&from=2022-01-01&to=2022-11-30&indicators=post.holders&by=kind,posts",
                                "BRANCH_SECRETARY-ECONOMIC_OFFICE_HEAD")
                        .alsoOf("kind", "AGENCY"));
    }

    private static List<Row> traAn() {
        return List.of(
                new Row(
                        22,
                        "001",
                        "branches directly under phường Trà An done",
                        new Printed.OutOf(7, 7),
                        TRA_AN + BY_LEVELS,
                        Map.of("parent-level", "GRASSROOTS", "level", "BRANCH")),
                new Row(
                        22,
                        "001",
                        "its section organisations done",
                        new Printed.OutOf(3, 3),
                        TRA_AN + BY_LEVELS,
                        Map.of("parent-level", "GRASSROOTS", "level", "SECTION_ORGANISATION")),
                new Row(
                        22,
                        "001",
                        "branches under these done",
                        new Printed.OutOf(11, 11),
                        TRA_AN + BY_LEVELS,
                        Map.of("parent-level", "SECTION_ORGANISATION", "level", "BRANCH")),
                Row.of(
                        22,
                        "001",
                        "members of phường Trà An reviewed",
                        new Printed.OutOf(731, 731),
                        TRA_AN + "review.members-reviewed"),
                Row.of(
                        25,
                        "001",
                        "members admitted at Trà An in 2022, of the target",
                        new Printed.OfPlan(7, 5, 140),
                        FIGURES + "BT.TA&from=2022-01-01&to=2022-12-31&indicators=member.admission-target"),
                Row.of(
                        28,
                        "001",
                        "disciplined at Trà An in 2022, beside its own grade",
                        new Printed.Some(),
                        FIGURES + "BT.TA&from=2022-01-01&to=2022-12-31&cycle=2022"
                                + "&indicators=discipline.members,review.unit-grade"));
    }

    private static List<Row> thuongTrung() {
        String on = FIGURES + "VT.TT&from=2018-01-01&to=2018-10-17&indicators=";
        return List.of(
                new Row(
                                44,
                                "003",
                                "attendance at study in 2018, held against 2017",
                                new Printed.Rising(),
                                FIGURES + "VT.TT&from=2017-01-01&to=2018-10-17&indicators=attendance.rate&by=year",
                                Map.of("year", "2018"))
                        .heldAgainst(Map.of("year", "2017")),
                Row.of(
                        50,
                        "003",
                        "branches of xã Thượng Trưng with working rules",
                        new Printed.All(),
                        on + "unit.with-working-rules"),
                Row.of(50, "003", "members whom they give a task", new Printed.All(), on + "member.with-task"));
    }

    /** Of kind Q or S, told so that nobody takes silence for agreement. */
    static List<String> notCovered() {
        return List.of(
                "11, 26 (000, 001) results of works, as meals given and lanes widened: no service records such values",
                "27 (001) that a weak result becomes a shortcoming to be remedied: no service records remedies; its figure is above",
                "55 (003) awards, and grades by the names of before 2018: no service records them");
    }
}
