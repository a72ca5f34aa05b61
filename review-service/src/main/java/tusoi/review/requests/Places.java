package tusoi.review.requests;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.PageRequest;

/** Where a page of a list goes on. */
public final class Places {
    private Places() {}

    /** The id that the former page ended with; null on the first page. */
    public static @Nullable UUID id(PageRequest page) {
        return page.after() == null ? null : id(Cursor.parse(page.after(), 1).values(), 0);
    }

    /** The id among a cursor's values; 400 where it is none. */
    public static UUID id(List<String> values, int index) {
        try {
            return UUID.fromString(values.get(index));
        } catch (IllegalArgumentException none) {
            throw unreadable();
        }
    }

    /** The number among a cursor's values; 400 where it is none. */
    public static int number(List<String> values, int index) {
        try {
            return Integer.parseInt(values.get(index));
        } catch (NumberFormatException none) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.unreadable("after", "It is no cursor of this list", "Pass `next` as it was received");
    }
}
