package tusoi.reporting.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review cycle that was open by the end of the span.
 *
 * @param concernsUnit it was opened by the unit asked for, or above or below it on the opening day; where the unit was not in the
 *     tree yet, on the day whose tree is asked for
 */
record Cycle(
        UUID id, int year, LocalDate openedOn, @Nullable String profile, boolean concernsUnit) {}
