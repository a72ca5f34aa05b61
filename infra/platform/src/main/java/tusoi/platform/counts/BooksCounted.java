package tusoi.platform.counts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A part of what was counted, as it goes on the wire; all parts were counted in one snapshot.
 *
 * @param countedAt everything that was recorded up to then is counted, and nothing later
 * @param onDay the day whose state was counted
 * @param chunk from 1 to {@code chunks}
 */
public record BooksCounted(
        UUID countingId, Instant countedAt, LocalDate onDay, int chunk, int chunks, List<Line> lines) {
    /**
     * So many of a unit of record.
     *
     * @param what is counted, such as {@code member}
     * @param key what is told apart in it, such as a state
     */
    public record Line(UUID unitId, String what, String key, long number) {}
}
