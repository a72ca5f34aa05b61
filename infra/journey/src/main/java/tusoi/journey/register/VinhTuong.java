package tusoi.journey.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Of huyện Vĩnh Tường, Vĩnh Phúc, one commune, small: xã Thượng Trưng with four branches (article 003, which prints no sizes). A
 * register has one root, and the demo's is a city: the district stands under it, as the only thing here that never did.
 */
public final class VinhTuong {
    public static final String CODE = "VT";
    public static final String THUONG_TRUNG = "VT.TT";
    public static final long SEED = 2018_003;

    private static final int VILLAGES = 3;
    private static final int MEMBERS_OF_A_BRANCH = 9;

    /** Of so many made up, those are taken who were there before the first session. */
    private static final int MADE_UP = 60;

    private static final LocalDate BEFORE = LocalDate.of(2017, 1, 1);

    private VinhTuong() {}

    public static District generate() {
        Random random = new Random(SEED);
        Members generator = new Members(random, new People(random, "3"), CODE);
        List<DemoUnit> units = new ArrayList<>();
        units.add(DemoUnit.organisation(THUONG_TRUNG, "Đảng bộ xã Thượng Trưng", "GRASSROOTS", CODE));
        List<DemoMember> members = new ArrayList<>();
        for (int i = 1; i <= VILLAGES + 1; i++) {
            String code = "%s.%02d".formatted(THUONG_TRUNG, i);
            DemoUnit branch = i <= VILLAGES
                    ? DemoUnit.branch(code, "Chi bộ thôn " + i, "BRANCH", "RESIDENTIAL", THUONG_TRUNG)
                    : DemoUnit.branch(code, "Chi bộ trường học", "BRANCH", "SCHOOL", THUONG_TRUNG);
            units.add(branch);
            generator.of(branch, MADE_UP, 0).stream()
                    .filter(member -> member.memberSince().isBefore(BEFORE))
                    .limit(MEMBERS_OF_A_BRANCH)
                    .forEach(members::add);
        }
        return new District(
                DemoUnit.organisation(CODE, "Đảng bộ huyện Vĩnh Tường", "DISTRICT", "CT"), units, members, List.of());
    }
}
