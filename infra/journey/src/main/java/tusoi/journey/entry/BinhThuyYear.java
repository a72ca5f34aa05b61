package tusoi.journey.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tusoi.journey.register.BinhThuy;
import tusoi.journey.register.DemoUnit;
import tusoi.journey.register.District;

/**
 * Quận Bình Thủy's review of 2022: all branches and members by the end of November, 25 of 45 bases too, the others in December;
 * and Trà An's target of five admissions (article 001).
 */
final class BinhThuyYear {
    private static final int BASES_IN_NOVEMBER = 25;
    private static final int TARGET = 5;
    private static final int BASES_AT_ONCE = 6;
    private static final Cycle CYCLE = new Cycle(BinhThuy.CODE, 2022, LocalDate.of(2022, 11, 1), 6);
    private static final LocalDate NOVEMBER = LocalDate.of(2022, 11, 28);
    private static final LocalDate DECEMBER = LocalDate.of(2022, 12, 12);

    private final Desk desk;
    private final District district;
    private final List<String> wards;

    BinhThuyYear(Desk desk, District district, List<String> wards) {
        this.desk = desk;
        this.district = district;
        this.wards = wards;
    }

    void enter() {
        setTarget();
        String cycle = CYCLE.open(desk);
        desk.say("  %s: cycle of 2022 opened".formatted(BinhThuy.CODE));
        List<DemoUnit> bases = district.bases();
        Parallel.each(bases, BASES_AT_ONCE, base -> {
            int place = bases.indexOf(base);
            new BaseReview(desk, CYCLE, cycle, base(base, place < BASES_IN_NOVEMBER ? NOVEMBER : DECEMBER)).enter();
            desk.say("  %s: reviewed".formatted(base.code()));
        });
    }

    private BaseReview.Base base(DemoUnit base, LocalDate decidedOn) {
        return new BaseReview.Base(
                base,
                district.within(base.code()).toList(),
                base.code().equals(BinhThuy.TRA_AN),
                wards.contains(base.code()),
                Set.of(),
                decidedOn);
    }

    private void setTarget() {
        desk.api()
                .post(
                        Desk.organisation(BinhThuy.TRA_AN),
                        "/api/review/v1/targets",
                        Map.of(
                                "unitId", desk.unit(BinhThuy.TRA_AN),
                                "indicator", "member.admitted",
                                "from", "2022-01-01",
                                "to", "2022-12-31",
                                "planned", TARGET),
                        "demo/target/" + BinhThuy.TRA_AN);
    }
}
