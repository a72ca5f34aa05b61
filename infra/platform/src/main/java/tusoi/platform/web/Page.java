package tusoi.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code next} is the cursor to pass as {@code after}, null on the last page. */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int MAX_SIZE = 200;

    public Page {
        items = List.copyOf(items);
    }
}
