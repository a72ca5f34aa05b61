package tusoi.journey.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Quận Cái Răng with phường Lê Bình: 16 branches (8 residential, 5 of schools, 3 of agencies) and 718 members on 1/10/2023
 * (article 000): 719 at first, 9 admitted, 6 struck off, 4 died; and, small, the three wards that became one with it on 1/7/2025.
 */
public final class CaiRang {
    public static final String CODE = "CR";
    public static final String LE_BINH = "CR.LB";
    public static final long SEED = 2023_000;

    private static final int MEMBERS = 719;
    private static final int EXEMPT = 24;
    private static final int RESIDENTIAL = 8;
    private static final int SCHOOLS = 5;
    private static final int BRANCHES = 16;

    private record Ward(String code, String name) {}

    private static final List<Ward> OTHERS =
            List.of(new Ward("BL", "Ba Láng"), new Ward("HT", "Hưng Thạnh"), new Ward("TT", "Thường Thạnh"));
    private static final int BRANCHES_OF_OTHERS = 5;
    private static final int RESIDENTIAL_OF_OTHERS = 3;
    private static final int MEMBERS_OF_A_BRANCH = 20;

    private final Random random = new Random(SEED);
    private final People people = new People(random, "2");
    private final Members generator = new Members(random, people, CODE);

    private CaiRang() {}

    public static District generate() {
        return new CaiRang().district();
    }

    private District district() {
        List<DemoUnit> units = new ArrayList<>();
        units.add(DemoUnit.organisation(LE_BINH, "Đảng bộ phường Lê Bình", "GRASSROOTS", CODE));
        List<DemoMember> members = new ArrayList<>();
        for (int i = 1; i <= BRANCHES; i++) {
            DemoUnit branch = branch(i);
            units.add(branch);
            members.addAll(generator.of(branch, share(MEMBERS, i), i <= RESIDENTIAL ? EXEMPT / RESIDENTIAL : 0));
        }
        List<Admission> admissions = admissions();
        OTHERS.forEach(ward -> other(ward, units, members));
        return new District(
                DemoUnit.organisation(CODE, "Đảng bộ quận Cái Răng", "DISTRICT", "CT"), units, members, admissions);
    }

    /** Three residential branches, one of a school, one of the ward's agencies. */
    private void other(Ward ward, List<DemoUnit> units, List<DemoMember> members) {
        String code = CODE + "." + ward.code();
        units.add(DemoUnit.organisation(code, "Đảng bộ phường " + ward.name(), "GRASSROOTS", CODE));
        for (int i = 1; i <= BRANCHES_OF_OTHERS; i++) {
            DemoUnit branch = branchOf(code, i);
            units.add(branch);
            members.addAll(generator.of(branch, MEMBERS_OF_A_BRANCH, 1));
        }
    }

    private static DemoUnit branchOf(String ward, int number) {
        String code = "%s.%02d".formatted(ward, number);
        if (number <= RESIDENTIAL_OF_OTHERS) {
            return DemoUnit.branch(code, "Chi bộ khu vực " + number, "BRANCH", "RESIDENTIAL", ward);
        }
        return number < BRANCHES_OF_OTHERS
                ? DemoUnit.branch(code, "Chi bộ Trường số 1", "BRANCH", "SCHOOL", ward)
                : DemoUnit.branch(code, "Chi bộ cơ quan số 1", "BRANCH", "AGENCY", ward);
    }

    private static int share(int count, int number) {
        return count / BRANCHES + (number <= count % BRANCHES ? 1 : 0);
    }

    private static DemoUnit branch(int number) {
        String code = "%s.%02d".formatted(LE_BINH, number);
        if (number <= RESIDENTIAL) {
            return DemoUnit.branch(code, "Chi bộ khu vực " + number, "BRANCH", "RESIDENTIAL", LE_BINH);
        }
        return number <= RESIDENTIAL + SCHOOLS
                ? DemoUnit.branch(code, "Chi bộ Trường số " + (number - RESIDENTIAL), "BRANCH", "SCHOOL", LE_BINH)
                : DemoUnit.branch(
                        code, "Chi bộ cơ quan số " + (number - RESIDENTIAL - SCHOOLS), "BRANCH", "AGENCY", LE_BINH);
    }

    private List<Admission> admissions() {
        List<LocalDate> days = List.of(
                LocalDate.of(2020, 3, 26),
                LocalDate.of(2020, 9, 2),
                LocalDate.of(2021, 2, 3),
                LocalDate.of(2021, 5, 19),
                LocalDate.of(2021, 11, 7),
                LocalDate.of(2022, 3, 26),
                LocalDate.of(2022, 6, 24),
                LocalDate.of(2022, 9, 2),
                LocalDate.of(2023, 5, 19));
        List<Admission> admissions = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            LocalDate decided = day.plusYears(1).plusDays(20);
            boolean recognised = decided.isBefore(LocalDate.of(2023, 10, 1));
            admissions.add(new Admission(
                    "%s.%02d".formatted(LE_BINH, i + 1), people.admittedOn(day), day, recognised ? decided : null));
        }
        return admissions;
    }

    /** Who leaves and who is disciplined, by the number of the branch's generated members, counted from its last. */
    public static List<DemoMember> officialsOf(District district, int branch) {
        String code = "%s.%02d".formatted(LE_BINH, branch);
        return district.members().stream()
                .filter(member -> member.unit().equals(code) && !member.exempt())
                .toList();
    }
}
