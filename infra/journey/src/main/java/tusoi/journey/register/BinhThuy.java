package tusoi.journey.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Quận Bình Thủy: 45 base organisations (8 wards, 12 other đảng bộ cơ sở, 25 chi bộ cơ sở), 172 branches directly under a base,
 * and in phường Trà An three section organisations with 11 branches more (article 001).
 */
public final class BinhThuy {
    public static final String CODE = "BT";
    public static final String TRA_AN = "BT.TA";
    public static final long SEED = 2022_001;

    /** Under a ward other than Trà An, and under each of the other đảng bộ cơ sở: with Trà An's seven, 172. */
    private static final int BRANCHES_OF_A_WARD = 16;

    private static final int[] BRANCHES_OF_OTHERS = {7, 6, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3};
    private static final int TRA_AN_MEMBERS = 766;
    private static final int TRA_AN_EXEMPT = 38;

    private record Ward(String code, String name) {}

    private static final List<Ward> WARDS = List.of(
            new Ward("BTH", "Bình Thủy"),
            new Ward("AT", "An Thới"),
            new Ward("BHN", "Bùi Hữu Nghĩa"),
            new Ward("TA", "Trà An"),
            new Ward("TN", "Trà Nóc"),
            new Ward("TAD", "Thới An Đông"),
            new Ward("LH", "Long Hòa"),
            new Ward("LT", "Long Tuyền"));

    private record Other(String code, String name, String kind) {}

    private static final List<Other> ORGANISATIONS = List.of(
            new Other("CA", "Công an quận", "POLICE"),
            new Other("QS", "Quân sự quận", "MILITARY"),
            new Other("CQ", "Cơ quan chính quyền quận", "AGENCY"),
            new Other("DT", "Cơ quan Đảng và đoàn thể quận", "AGENCY"),
            new Other("GD1", "Cụm trường số 1", "SCHOOL"),
            new Other("GD2", "Cụm trường số 2", "SCHOOL"),
            new Other("GD3", "Cụm trường số 3", "SCHOOL"),
            new Other("YT", "Y tế quận", "HEALTH"),
            new Other("DN1", "Doanh nghiệp số 1", "ENTERPRISE"),
            new Other("DN2", "Doanh nghiệp số 2", "ENTERPRISE"),
            new Other("DN3", "Doanh nghiệp số 3", "ENTERPRISE"),
            new Other("DN4", "Doanh nghiệp số 4", "ENTERPRISE"));

    private static final List<String> KINDS_OF_SMALL_BASES =
            List.of("AGENCY", "SCHOOL", "ENTERPRISE", "HEALTH", "AGENCY");

    private final Random random = new Random(SEED);
    private final People people = new People(random, "1");
    private final Members generator = new Members(random, people, CODE);
    private final List<DemoUnit> units = new ArrayList<>();
    private final List<DemoMember> members = new ArrayList<>();

    private BinhThuy() {}

    public static District generate() {
        return new BinhThuy().district();
    }

    private District district() {
        WARDS.forEach(this::ward);
        for (int i = 0; i < ORGANISATIONS.size(); i++) {
            organisation(ORGANISATIONS.get(i), BRANCHES_OF_OTHERS[i]);
        }
        for (int i = 1; i <= 25; i++) {
            smallBase(i);
        }
        return new District(
                DemoUnit.organisation(CODE, "Đảng bộ quận Bình Thủy", "DISTRICT", "CT"), units, members, admissions());
    }

    private void ward(Ward ward) {
        String code = CODE + "." + ward.code();
        units.add(DemoUnit.organisation(code, "Đảng bộ phường " + ward.name(), "GRASSROOTS", CODE));
        if (code.equals(TRA_AN)) {
            traAn();
            return;
        }
        for (int i = 1; i <= BRANCHES_OF_A_WARD; i++) {
            DemoUnit branch = wardBranch(code, i, BRANCHES_OF_A_WARD);
            add(branch, 27 + random.nextInt(8), random.nextInt(3));
        }
    }

    private static DemoUnit wardBranch(String ward, int number, int of) {
        int residential = of - 6;
        String code = "%s.%02d".formatted(ward, number);
        if (number <= residential) {
            return DemoUnit.branch(code, "Chi bộ khu vực " + number, "BRANCH", "RESIDENTIAL", ward);
        }
        return number <= of - 2
                ? DemoUnit.branch(code, "Chi bộ Trường số " + (number - residential), "BRANCH", "SCHOOL", ward)
                : DemoUnit.branch(code, "Chi bộ cơ quan số " + (number - of + 2), "BRANCH", "AGENCY", ward);
    }

    /** Seven branches of its own, three section organisations with four, four and three. */
    private void traAn() {
        List<DemoUnit> branches = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            branches.add(put(wardBranch(TRA_AN, i, 7)));
        }
        int[] below = {4, 4, 3};
        for (int section = 1; section <= below.length; section++) {
            String code = TRA_AN + ".BP" + section;
            put(DemoUnit.organisation(code, "Đảng bộ bộ phận " + section, "SECTION_ORGANISATION", TRA_AN));
            for (int i = 1; i <= below[section - 1]; i++) {
                branches.add(put(DemoUnit.branch(
                        "%s.%02d".formatted(code, i),
                        "Chi bộ khu vực %d.%d".formatted(section, i),
                        "BRANCH",
                        "RESIDENTIAL",
                        code)));
            }
        }
        fillExactly(branches, TRA_AN_MEMBERS, TRA_AN_EXEMPT);
    }

    private void fillExactly(List<DemoUnit> branches, int count, int exempt) {
        int n = branches.size();
        for (int i = 0; i < n; i++) {
            members.addAll(generator.of(branches.get(i), share(count, n, i), share(exempt, n, i)));
        }
    }

    private static int share(int count, int parts, int index) {
        return count / parts + (index < count % parts ? 1 : 0);
    }

    private void organisation(Other other, int branches) {
        String code = CODE + "." + other.code();
        put(DemoUnit.organisation(code, "Đảng bộ " + other.name(), "GRASSROOTS", CODE));
        for (int i = 1; i <= branches; i++) {
            DemoUnit branch = DemoUnit.branch(
                    "%s.%02d".formatted(code, i),
                    "Chi bộ %d, %s".formatted(i, other.name()),
                    "BRANCH",
                    other.kind(),
                    code);
            add(branch, 13 + random.nextInt(6), 0);
        }
    }

    private void smallBase(int number) {
        String code = "%s.CS%02d".formatted(CODE, number);
        DemoUnit base = DemoUnit.branch(
                code,
                "Chi bộ cơ sở số " + number,
                "GRASSROOTS",
                KINDS_OF_SMALL_BASES.get(number % KINDS_OF_SMALL_BASES.size()),
                CODE);
        add(base, 15 + random.nextInt(12), 0);
    }

    private void add(DemoUnit branch, int count, int exempt) {
        put(branch);
        members.addAll(generator.of(branch, count, exempt));
    }

    private DemoUnit put(DemoUnit unit) {
        units.add(unit);
        return unit;
    }

    /** Trà An admits seven in 2022: three long enough before the review to be graded, four not. Others admit one here and there. */
    private List<Admission> admissions() {
        List<Admission> admissions = new ArrayList<>();
        List<LocalDate> days = List.of(
                LocalDate.of(2022, 2, 3),
                LocalDate.of(2022, 3, 26),
                LocalDate.of(2022, 4, 12),
                LocalDate.of(2022, 5, 19),
                LocalDate.of(2022, 7, 27),
                LocalDate.of(2022, 9, 2),
                LocalDate.of(2022, 10, 10));
        for (int i = 0; i < days.size(); i++) {
            admissions.add(admission("%s.%02d".formatted(TRA_AN, i + 1), days.get(i)));
        }
        for (Ward ward : WARDS) {
            if (!ward.code().equals("TA")) {
                admissions.add(admission("%s.%s.01".formatted(CODE, ward.code()), LocalDate.of(2022, 5, 19)));
            }
        }
        return admissions;
    }

    private Admission admission(String unit, LocalDate on) {
        return new Admission(unit, people.admittedOn(on), on, null);
    }
}
