package tusoi.journey.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fills branches with members who were in before the demo's years begin. */
final class Members {
    private static final LocalDate FIRST_HOME = LocalDate.of(2004, 1, 1);
    private static final int LAST_ADMISSION_YEAR = 2018;

    private final Random random;
    private final People people;
    private final String prefix;
    private int made;

    Members(Random random, People people, String prefix) {
        this.random = random;
        this.people = people;
        this.prefix = prefix;
    }

    /** Official members of a branch, of whom the first so many are exempt. */
    List<DemoMember> of(DemoUnit branch, int count, int exempt) {
        List<DemoMember> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(member(branch, i < exempt));
        }
        return members;
    }

    private DemoMember member(DemoUnit branch, boolean exempt) {
        int oldest = exempt ? 1970 : 1988;
        LocalDate admitted = day(oldest + random.nextInt(LAST_ADMISSION_YEAR - oldest - (exempt ? 20 : 0)));
        LocalDate recognised = admitted.plusYears(1);
        LocalDate since = later(recognised.plusDays(1), FIRST_HOME);
        made++;
        return new DemoMember(
                "GEN-%s-%05d".formatted(prefix, made),
                branch.code(),
                people.admittedOn(admitted),
                admitted,
                recognised,
                since,
                exempt);
    }

    private LocalDate day(int year) {
        return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isAfter(one) ? other : one;
    }
}
