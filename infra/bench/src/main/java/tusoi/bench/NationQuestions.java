package tusoi.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import tusoi.bench.nation.Nation;
import tusoi.bench.nation.Size;

/** Questions drawn at random: what is asked, of which unit, under the tree of which day, as known when. */
final class NationQuestions {
    private static final LocalDate FIRST = LocalDate.of(2020, 6, 1);
    private static final int DAYS = 1_800;
    private static final int KNOWN_WITHIN_DAYS = 400;

    private final Size size;
    private final Random random;

    NationQuestions(Size size, long seed) {
        this.size = size;
        this.random = new Random(seed);
    }

    enum Level {
        BRANCH,
        BASE,
        COMMUNE,
        PROVINCE,
        NATION
    }

    /** What is asked of members, by state at the end of a day, or of their grades in a year. */
    record Question(
            Level level,
            String unit,
            boolean grades,
            int year,
            LocalDate to,
            LocalDate asOf,
            Instant knownAt,
            String by) {
        String query() {
            String indicators = grades ? "review.good-or-better" : "member.count";
            return "/api/reporting/v1/figures?unit=" + unit + "&indicators=" + indicators + "&to=" + to + "&asOf="
                    + asOf + "&knownAt=" + knownAt + "&cycle=" + year + by;
        }
    }

    Question next(Level level) {
        boolean grades = random.nextBoolean();
        int year = Nation.FIRST_YEAR + random.nextInt(Nation.LAST_YEAR - Nation.FIRST_YEAR + 1);
        LocalDate to = grades ? LocalDate.of(year, 12, 31) : FIRST.plusDays(random.nextInt(DAYS));
        LocalDate asOf = FIRST.plusDays(random.nextInt(DAYS));
        Instant knownAt = Nation.openingOf(year)
                .plusDays(2)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Duration.ofSeconds(
                        random.nextLong(Duration.ofDays(KNOWN_WITHIN_DAYS).toSeconds())));
        String by = random.nextInt(4) > 0 ? "" : grades ? "&by=grade" : "&by=state";
        return new Question(level, unit(level), grades, year, to, asOf, knownAt, by);
    }

    private String unit(Level level) {
        return switch (level) {
            case BRANCH -> "K" + random.nextInt(size.branches());
            case BASE -> "B" + random.nextInt(size.bases());
            case COMMUNE -> "C" + random.nextInt(size.communes());
            case PROVINCE -> "P" + random.nextInt(size.provinces());
            case NATION -> "VN";
        };
    }
}
