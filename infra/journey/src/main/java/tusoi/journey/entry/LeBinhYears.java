package tusoi.journey.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tusoi.journey.register.CaiRang;
import tusoi.journey.register.DemoMember;
import tusoi.journey.register.DemoUnit;
import tusoi.journey.register.District;

/** Phường Lê Bình from 2020 to 2023: six struck off, two reprimanded, four died, reviewed three times (article 000). */
final class LeBinhYears {
    private static final String WARD = CaiRang.LE_BINH;
    private static final LocalDate BEFORE = LocalDate.of(2019, 12, 31);
    private static final int BRANCH_OF_OFFICIALS = 14;
    private static final int UNTOUCHED_BRANCH = 12;

    private static final List<LocalDate> STRIKE_OFFS_OPENED = List.of(
            LocalDate.of(2020, 7, 1),
            LocalDate.of(2021, 1, 15),
            LocalDate.of(2021, 6, 20),
            LocalDate.of(2022, 1, 10),
            LocalDate.of(2022, 8, 15),
            LocalDate.of(2023, 3, 1));
    private static final List<LocalDate> DEATHS = List.of(
            LocalDate.of(2020, 12, 20), LocalDate.of(2021, 8, 8), LocalDate.of(2022, 5, 5), LocalDate.of(2023, 2, 2));

    /** The other wards' reviews of the years before are not entered: nothing was printed about them. */
    private static final int YEAR_OF_ALL_WARDS = 2022;

    private static final LocalDate REPRIMANDS_RECEIVED = LocalDate.of(2022, 2, 10);

    private static final List<Cycle> CYCLES = List.of(
            new Cycle(CaiRang.CODE, 2020, LocalDate.of(2020, 11, 2), 7),
            new Cycle(CaiRang.CODE, 2021, LocalDate.of(2021, 11, 1), 6),
            new Cycle(CaiRang.CODE, 2022, LocalDate.of(2022, 11, 1), 5));

    private final Desk desk;
    private final District district;

    LeBinhYears(Desk desk, District district) {
        this.desk = desk;
        this.district = district;
    }

    /** The members have arrived everywhere when this is called. */
    void enter() {
        MemberEntry members = new MemberEntry(desk);
        Map<String, String> ids = members.idsByReference(Desk.organisation(WARD), WARD, BEFORE);
        Set<String> disciplined = cases(ids);
        for (int i = 0; i < DEATHS.size(); i++) {
            members.recordDeath(Desk.organisation(WARD), ids(ids, 7 + i, 0), DEATHS.get(i));
        }
        posts(ids);
        desk.say("  %s: 6 strike-offs, 2 reprimands, 4 deaths".formatted(WARD));
        desk.freshness().await("org", "discipline");
        desk.freshness().await("review", "org");
        Parallel.each(
                CYCLES, cycle -> review(cycle, cycle.year() == REPRIMANDS_RECEIVED.getYear() ? disciplined : Set.of()));
    }

    /** Three persons with two posts each, of the party's or one of them beside it. */
    private void posts(Map<String, String> ids) {
        PostEntry posts = new PostEntry(desk, Desk.organisation(WARD), "2020-06-15");
        String deputy = ids(ids, BRANCH_OF_OFFICIALS + 1, 0);
        posts.ofParty(deputy, WARD, "STANDING_DEPUTY_SECRETARY");
        posts.ofParty(deputy, WARD, "INSPECTION_CHAIR");
        String secretary = ids(ids, 1, 3);
        posts.ofParty(secretary, WARD + ".01", "BRANCH_SECRETARY");
        posts.external(secretary, WARD + ".01", "NEIGHBOURHOOD_HEAD", "Trưởng khu vực");
        String second = ids(ids, 2, 3);
        posts.ofParty(second, WARD + ".02", "BRANCH_DEPUTY_SECRETARY");
        posts.external(second, WARD + ".02", "FRONT_COMMITTEE_HEAD", "Trưởng Ban Công tác Mặt trận");
    }

    /** Somebody of a branch where nobody else has left. */
    void strikeOneMoreOff() {
        Map<String, String> ids = new MemberEntry(desk).idsByReference(Desk.organisation(WARD), WARD, BEFORE);
        new DisciplineEntry(desk, CaiRang.CODE, WARD)
                .strikeOff(
                        ids(ids, UNTOUCHED_BRANCH, 0),
                        LocalDate.of(2023, 5, 1),
                        officials(UNTOUCHED_BRANCH).size());
    }

    private Set<String> cases(Map<String, String> ids) {
        DisciplineEntry entry = new DisciplineEntry(desk, CaiRang.CODE, WARD);
        Set<String> disciplined =
                new HashSet<>(List.of(ids(ids, BRANCH_OF_OFFICIALS, 0), ids(ids, BRANCH_OF_OFFICIALS, 1)));
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < STRIKE_OFFS_OPENED.size(); i++) {
            int branch = i + 1;
            LocalDate opened = STRIKE_OFFS_OPENED.get(i);
            work.add(() -> entry.strikeOff(
                    ids(ids, branch, 0), opened, officials(branch).size()));
        }
        int entitled = officials(BRANCH_OF_OFFICIALS).size();
        disciplined.forEach(member -> work.add(() -> entry.reprimand(member, REPRIMANDS_RECEIVED, entitled)));
        Parallel.run(work);
        return disciplined;
    }

    private List<DemoMember> officials(int branch) {
        return CaiRang.officialsOf(district, branch);
    }

    private String ids(Map<String, String> ids, int branch, int index) {
        String reference = officials(branch).get(index).reference();
        String id = ids.get(reference);
        if (id == null) {
            throw new IllegalStateException(reference + " is not in the register");
        }
        return id;
    }

    private void review(Cycle cycle, Set<String> disciplined) {
        String id = cycle.open(desk);
        List<DemoUnit> wards = cycle.year() == YEAR_OF_ALL_WARDS
                ? district.bases()
                : district.bases().subList(0, 1);
        for (DemoUnit ward : wards) {
            boolean closeUp = ward.code().equals(WARD);
            var base = new BaseReview.Base(
                    ward,
                    district.within(ward.code()).toList(),
                    closeUp,
                    closeUp,
                    closeUp ? disciplined : Set.of(),
                    LocalDate.of(cycle.year(), 12, 5));
            new BaseReview(desk, cycle, id, base).enter();
            desk.say("  %s: reviewed for %d".formatted(ward.code(), cycle.year()));
        }
    }
}
