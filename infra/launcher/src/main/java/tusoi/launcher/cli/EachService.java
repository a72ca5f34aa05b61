package tusoi.launcher.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import tusoi.launcher.parts.PartFailed;

/** What each service answers. That one does not is told, and keeps nobody from seeing what the others say; that none does is a failure. */
final class EachService<T> {
    private final Map<String, T> answers = new LinkedHashMap<>();
    private final boolean complete;

    /** Throws PartFailed where none answers. */
    EachService(List<String> services, Function<String, T> asked) {
        var failures = new LinkedHashMap<String, PartFailed>();
        for (var service : services) {
            try {
                answers.put(service, asked.apply(service));
            } catch (PartFailed failed) {
                if (Thread.currentThread().isInterrupted()) {
                    throw failed;
                }
                failures.put(service, failed);
            }
        }
        if (answers.isEmpty()) {
            throw failures.firstEntry().getValue();
        }
        failures.forEach((service, failed) -> System.err.println("tusoi: " + service + ": " + failed.getMessage()));
        complete = failures.isEmpty();
    }

    boolean isComplete() {
        return complete;
    }

    /** Of all, which all answered. */
    boolean isAll(Predicate<T> what) {
        return complete && answers.values().stream().allMatch(what);
    }

    void each(BiConsumer<String, T> what) {
        answers.forEach(what);
    }
}
