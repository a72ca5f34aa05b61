package tusoi.org.dues.domain;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a member stands with the dues of a month. */
public record DuesMonth(YearMonth month, State state) {
    public enum State {
        PAID,
        EXEMPT,
        /** Not paid, for a good reason. */
        EXCUSED,
        /** The branch closed its book of the month without it. */
        UNPAID,
        /** The book is not closed: nothing is known. */
        OPEN;

        boolean isSettled() {
            return this == PAID || this == EXEMPT || this == EXCUSED;
        }
    }

    /**
     * The last month up to which nothing is owed, counted from the first of which anything is known; null where nothing is known or
     * that first one is owed.
     *
     * @param months in their order; those in which the member was not in the party are left out
     */
    public static @Nullable YearMonth paidThrough(List<DuesMonth> months) {
        YearMonth through = null;
        boolean begun = false;
        for (DuesMonth one : months) {
            begun = begun || one.state() != State.OPEN;
            if (begun && !one.state().isSettled()) {
                return through;
            }
            if (begun) {
                through = one.month();
            }
        }
        return through;
    }
}
