package tusoi.journey.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does independent things side by side on virtual threads; what bounds them is the number of requests under way. */
final class Parallel {
    private Parallel() {}

    static <T> void each(Collection<T> items, Consumer<T> work) {
        run(items.stream().<Runnable>map(item -> () -> work.accept(item)).toList());
    }

    /** The first failure is thrown, after all have ended. */
    static void run(List<? extends Runnable> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            work.forEach(one -> running.add(threads.submit(one)));
            running.forEach(Parallel::finished);
        }
    }

    static <T> List<T> call(List<? extends Callable<T>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            work.forEach(one -> running.add(threads.submit(one)));
            return running.stream().map(Parallel::finished).toList();
        }
    }

    private static <T> T finished(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }
}
