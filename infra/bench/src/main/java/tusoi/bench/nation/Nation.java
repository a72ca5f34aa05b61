package tusoi.bench.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.bench.nation.Reorganisation.Kind;

/**
 * Its size, and who was reorganised when. Of twenty times two branches of a base merge ten times and two of different communes twice, a
 * branch splits three times, a base goes to another commune twice, two communes merge twice, and a commune goes to another province once.
 */
public final class Nation {
    public static final UUID ID = Ids.NATION.of(0);
    static final LocalDate SINCE = LocalDate.of(2010, 1, 1);
    public static final int FIRST_YEAR = 2020;
    public static final int LAST_YEAR = 2024;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 3, 1);
    private static final int DAYS = 1_700;

    private final Size size;
    private final List<Reorganisation> reorganisations = new ArrayList<>();
    private final Map<Integer, Reorganisation> byBranch = new HashMap<>();

    public Nation(Size size) {
        this.size = size;
        for (int number = 0; number < size.reorganisations(); number++) {
            Reorganisation made = reorganisation(number);
            reorganisations.add(made);
            if (made.movesMembers()) {
                made.units().forEach(branch -> byBranch.put(branch, made));
            }
        }
    }

    public Size size() {
        return size;
    }

    List<Reorganisation> reorganisations() {
        return reorganisations;
    }

    /** What ended a branch, if anything did. */
    @Nullable
    Reorganisation endOf(int branch) {
        return byBranch.get(branch);
    }

    public static LocalDate openingOf(int year) {
        return LocalDate.of(year, 11, 15);
    }

    static Instant openedAt(int year) {
        return openingOf(year).atTime(LocalTime.of(1, 0)).toInstant(ZoneOffset.UTC);
    }

    public static UUID cycle(int year) {
        return Ids.CYCLE.of(year);
    }

    private Reorganisation reorganisation(int number) {
        LocalDate day = FIRST_DAY.plusDays(Dice.roll("reorganisation", number, DAYS));
        int commune = 4 * number;
        int base = size.firstBaseOf(commune);
        int branch = size.firstBranchOf(base);
        int nextBase = size.firstBaseOf(commune + 1);
        int chance = number % 20;
        if (chance < 10) {
            return new Reorganisation(
                    number, day, Kind.BRANCHES_MERGE, List.of(branch, branch + 1), Ids.BASE.of(base), 1);
        }
        if (chance < 12) {
            List<Integer> branches = List.of(branch, size.firstBranchOf(nextBase));
            return new Reorganisation(number, day, Kind.BRANCHES_MERGE, branches, Ids.BASE.of(nextBase), 1);
        }
        if (chance < 15) {
            return new Reorganisation(number, day, Kind.BRANCH_SPLITS, List.of(branch), Ids.BASE.of(base), 2);
        }
        if (chance < 17) {
            return new Reorganisation(number, day, Kind.BASE_MOVES, List.of(base), Ids.COMMUNE.of(commune + 1), 0);
        }
        UUID province = Ids.PROVINCE.of(size.provinceOf(commune));
        if (chance < 19) {
            return new Reorganisation(number, day, Kind.COMMUNES_MERGE, List.of(commune, commune + 1), province, 1);
        }
        UUID next = Ids.PROVINCE.of((size.provinceOf(commune) + 1) % size.provinces());
        return new Reorganisation(number, day, Kind.COMMUNE_MOVES, List.of(commune), next, 0);
    }
}
