package tusoi.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each item's outcome, by its place in the request: a status and either a body or a problem. */
public record BulkResult(List<Item> items) {
    public BulkResult {
        items = List.copyOf(items);
    }

    public record Item(int index, int status, @Nullable Object body) {}
}
