package tusoi.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Targets of years, halves and a term, of units one above the other: reached by and by, corrected, withdrawn, cancelled. */
final class RandomTargets {
    private static final List<String> KINDS = List.of("economy.tax-revenue", "economy.budget-revenue");

    private final Random random;
    private final History history;

    RandomTargets(Random random, History history) {
        this.random = random;
        this.history = history;
    }

    int year() {
        return 2018 + random.nextInt(4);
    }

    List<Runnable> of(UUID unit) {
        return of(unit, year());
    }

    List<Runnable> of(UUID unit, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last =
                switch (random.nextInt(5)) {
                    case 0 -> LocalDate.of(year, 6, 30);
                    case 1 -> LocalDate.of(year + 2, 12, 31);
                    default -> LocalDate.of(year, 12, 31);
                };
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        String measure = random.nextInt(5) == 0 ? "PERCENT" : "VND";
        TargetPlan target = new TargetPlan(unit, kind, measure, first, last, (1 + random.nextInt(9)) + ".5");
        if (random.nextBoolean()) {
            target.main();
        }
        List<Runnable> story = new ArrayList<>();
        story.add(() -> history.target(target, "review.target-set.v1"));
        List<LocalDate> told = new ArrayList<>();
        for (int n = 0; n < random.nextInt(4); n++) {
            LocalDate on = first.plusDays(random.nextInt(180));
            told.add(on);
            String value = random.nextInt(20) + "." + random.nextInt(100);
            story.add(() -> history.target(target.reached(on, value), "review.target-result-recorded.v1"));
        }
        if (!told.isEmpty() && random.nextBoolean()) {
            LocalDate again = told.get(random.nextInt(told.size()));
            String value = Integer.toString(random.nextInt(20));
            story.add(
                    random.nextInt(3) == 0
                            ? () -> history.target(target.without(again), "review.target-result-withdrawn.v1")
                            : () -> history.target(target.reached(again, value), "review.target-result-corrected.v1"));
        }
        if (random.nextInt(8) == 0) {
            story.add(() -> history.cancelled(target));
        }
        return story;
    }
}
