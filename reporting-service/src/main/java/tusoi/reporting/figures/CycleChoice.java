package tusoi.reporting.figures;

import java.util.UUID;

/** Which review cycle is asked for: one by id, those of a year, or every one. */
sealed interface CycleChoice {
    record ById(UUID id) implements CycleChoice {}

    record OfYear(int year) implements CycleChoice {}

    record Every() implements CycleChoice {}

    /** As it stands in the answer. */
    default String text() {
        return switch (this) {
            case ById(var id) -> id.toString();
            case OfYear(var year) -> Integer.toString(year);
            case Every() -> "all";
        };
    }
}
