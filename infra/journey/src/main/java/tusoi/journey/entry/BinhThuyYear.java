package tusoi.journey.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tusoi.journey.register.BinhThuy;
import tusoi.journey.register.DemoUnit;
import tusoi.journey.register.District;

/**
 * Quận Bình Thủy's review of 2022: all branches and members by the end of November, 25 of 45 bases too, the others in December;
 * Trà An's target of five admissions, other targets with their results, one reprimand of the year, and an agency branch whose secretary heads the agency (article 001).
 */
final class BinhThuyYear {
    private static final int BASES_IN_NOVEMBER = 25;
    private static final int TARGET = 5;
    private static final int BASES_AT_ONCE = 6;
    private static final Cycle CYCLE = new Cycle(BinhThuy.CODE, 2022, LocalDate.of(2022, 11, 1), 6);
    private static final LocalDate NOVEMBER = LocalDate.of(2022, 11, 28);
    private static final LocalDate DECEMBER = LocalDate.of(2022, 12, 12);

    /** Of the đảng bộ of the district's government: its agencies have a branch each. */
    private static final String AGENCY_BRANCH = BinhThuy.CODE + ".CQ.01";

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
        new BinhThuyTargets(desk).enter();
        secretaryOfAnAgency();
        Set<String> disciplined = reprimand();
        String cycle = CYCLE.open(desk);
        desk.say("  %s: cycle of 2022 opened".formatted(BinhThuy.CODE));
        List<DemoUnit> bases = district.bases();
        Parallel.each(bases, BASES_AT_ONCE, base -> {
            int place = bases.indexOf(base);
            new BaseReview(desk, CYCLE, cycle, base(base, place < BASES_IN_NOVEMBER ? NOVEMBER : DECEMBER, disciplined))
                    .enter();
            desk.say("  %s: reviewed".formatted(base.code()));
        });
    }

    private BaseReview.Base base(DemoUnit base, LocalDate decidedOn, Set<String> disciplined) {
        return new BaseReview.Base(
                base,
                district.within(base.code()).toList(),
                base.code().equals(BinhThuy.TRA_AN),
                wards.contains(base.code()),
                base.code().equals(BinhThuy.TRA_AN) ? disciplined : Set.of(),
                decidedOn);
    }

    private void secretaryOfAnAgency() {
        String officer = Desk.organisation(BinhThuy.CODE);
        PostEntry posts = new PostEntry(desk, officer, "2020-06-15");
        String secretary = somebodyOf(officer, AGENCY_BRANCH);
        posts.ofParty(secretary, AGENCY_BRANCH, "BRANCH_SECRETARY");
        posts.external(secretary, AGENCY_BRANCH, "ECONOMIC_OFFICE_HEAD", "Trưởng Phòng Kinh tế quận");
    }

    /** One of Trà An's, by its committee; the review of the year knows of it. */
    private Set<String> reprimand() {
        String branch = BinhThuy.TRA_AN + ".01";
        String member = somebodyOf(Desk.organisation(BinhThuy.TRA_AN), branch);
        int entitled = (int) district.membersWithin(branch).stream()
                .filter(one -> !one.exempt())
                .count();
        new DisciplineEntry(desk, BinhThuy.CODE, BinhThuy.TRA_AN).reprimand(member, LocalDate.of(2022, 3, 1), entitled);
        return Set.of(member);
    }

    /** The last of the branch's members in its file: who is exempt comes first there. */
    private String somebodyOf(String user, String branch) {
        String reference = district.membersWithin(branch).getLast().reference();
        String id = new MemberEntry(desk)
                .idsByReference(user, branch, LocalDate.of(2019, 12, 31))
                .get(reference);
        return Objects.requireNonNull(id, reference + " is not in the register");
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
