package tusoi.reporting.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Dimension;

/**
 * What is asked, with every default filled in.
 *
 * @param from first day of the span
 * @param to last day of the span; stocks are taken at its end
 * @param asOf the day whose tree decides what is under what
 * @param knownAt the instant whose knowledge is used
 * @param isOwn of what stands with the very unit alone, without what is under it
 * @param among the units of record that alone are looked at; null where all are
 * @param rightsAt the unit at which the caller's rights decide, where it is not the one asked for
 */
record Question(
        UUID unit,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        Instant knownAt,
        CycleChoice cycle,
        List<Cycle> cycles,
        Persons persons,
        List<Dimension> by,
        boolean isOwn,
        @Nullable List<UUID> among,
        @Nullable UUID rightsAt) {
    Question {
        cycles = List.copyOf(cycles);
        by = List.copyOf(by);
    }

    Question with(List<Cycle> found) {
        return new Question(unit, from, to, asOf, knownAt, cycle, found, persons, by, isOwn, among, rightsAt);
    }

    Question with(Persons minded) {
        return new Question(unit, from, to, asOf, knownAt, cycle, cycles, minded, by, isOwn, among, rightsAt);
    }

    Question of(UUID other) {
        return new Question(other, from, to, asOf, knownAt, cycle, cycles, persons, by, isOwn, among, rightsAt);
    }

    Question knownAs(Instant instant) {
        return new Question(unit, from, to, asOf, instant, cycle, cycles, persons, by, isOwn, among, rightsAt);
    }

    /** The same, of a unit under one at which the caller's rights were seen to. */
    Question under(UUID upper, boolean own) {
        return new Question(unit, from, to, asOf, knownAt, cycle, cycles, persons, by, own, among, upper);
    }

    Question among(List<UUID> units) {
        return new Question(unit, from, to, asOf, knownAt, cycle, cycles, persons, by, isOwn, units, rightsAt);
    }

    List<UUID> cycleIds() {
        return cycles.stream().map(Cycle::id).toList();
    }
}
