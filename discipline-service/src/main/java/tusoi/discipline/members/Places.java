package tusoi.discipline.members;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.PageRequest;

/** Where a page of a list goes on. */
public final class Places {
    private Places() {}

    /** The id that the former page ended with; null on the first page, 400 where the cursor holds none. */
    public static @Nullable UUID id(PageRequest page) {
        if (page.after() == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.parse(page.after(), 1).values().getFirst());
        } catch (IllegalArgumentException none) {
            throw Cursor.unreadable();
        }
    }
}
