package tusoi.reporting.facts;

import java.time.Instant;

/** Of rows that were written together, the earliest and the latest time at which one of them was recorded, or ended. */
record WrittenTimes(Instant earliest, Instant latest) {
    static WrittenTimes at(Instant instant) {
        return new WrittenTimes(instant, instant);
    }

    WrittenTimes and(WrittenTimes other) {
        return new WrittenTimes(
                earliest.isBefore(other.earliest) ? earliest : other.earliest,
                latest.isAfter(other.latest) ? latest : other.latest);
    }
}
