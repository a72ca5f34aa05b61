package tusoi.platform.web;

import java.util.List;
import java.util.function.Function;

/**
 * Runs up to 200 items, each in its own transaction, which also keeps the Idempotency-Key, the item's place and its result:
 * a repeat with the same key runs only what has not been done.
 */
public interface BulkCommands {
    <T> BulkResult run(String route, List<T> items, Function<T, Object> command);
}
