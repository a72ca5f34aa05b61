package tusoi.reporting.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tusoi.reporting.indicators.Dimension;

/** The code lists that have an order of their own, and those of which every code is shown, with 0 where there is none. */
final class Codes {
    private static final List<String> LEVELS = List.of(
            "CENTRAL",
            "PROVINCE",
            "DISTRICT",
            "GRASSROOTS",
            "SECTION_ORGANISATION",
            "SUBORDINATE_ORGANISATION",
            "BRANCH",
            "PARTY_GROUP");
    private static final Map<Dimension, List<String>> COMPLETE = Map.of(
            Dimension.GRADE, List.of("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"),
            Dimension.STATE, List.of("PROBATIONARY", "OFFICIAL"),
            Dimension.STATUS, List.of("PRESENT", "LATE", "LEFT_EARLY", "ABSENT", "ABSENT_EXCUSED"),
            Dimension.MAIN, List.of("MAIN", "OTHER"));
    private static final Map<Dimension, List<String>> ORDERED =
            Map.of(Dimension.LEVEL, LEVELS, Dimension.PARENT_LEVEL, LEVELS, Dimension.DECIDER_LEVEL, LEVELS);

    private Codes() {}

    static List<String> complete(Dimension dimension) {
        return COMPLETE.getOrDefault(dimension, List.of());
    }

    /** By the code list's own order, then by the code. */
    static Comparator<String> order(Dimension dimension) {
        List<String> codes = COMPLETE.getOrDefault(dimension, ORDERED.getOrDefault(dimension, List.of()));
        return Comparator.comparingInt((String code) -> codes.contains(code) ? codes.indexOf(code) : codes.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
