package tusoi.platform.web;

import java.util.List;
import java.util.function.Function;

/**
 * Runs up to 200 items, each in its own transaction, which also keeps the Idempotency-Key, the item's place and its result:
 * a repeat with the same key runs only what has not been done.
 */
public interface BulkCommands {
    <T> BulkResult run(String route, List<T> items, Function<T, Object> command);

    /**
     * The same outcome for each item in fewer transactions: twenty items share one, and where one of them fails each runs in its
     * own as above. For commands that are done by their transaction alone: an item may run, leave nothing, and run again. They all
     * carry one recorded instant, so two items on one aggregate fall back to transactions of their own.
     */
    <T> BulkResult runTogether(String route, List<T> items, Function<T, Object> command);
}
