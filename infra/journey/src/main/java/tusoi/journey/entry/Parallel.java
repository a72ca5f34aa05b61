package tusoi.journey.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does independent things side by side on virtual threads; what bounds them is the number of requests under way. */
public final class Parallel {
    private Parallel() {}

    public static <T> void each(Collection<T> items, Consumer<T> work) {
        run(items.stream().<Runnable>map(item -> () -> work.accept(item)).toList());
    }

    /** As {@link #each}, so many at once; those who do something else beside it get their share. */
    public static <T> void each(Collection<T> items, int atOnce, Consumer<T> work) {
        Semaphore free = new Semaphore(atOnce);
        each(items, item -> {
            free.acquireUninterruptibly();
            try {
                work.accept(item);
            } finally {
                free.release();
            }
        });
    }

    /** The first failure is thrown, after all have ended. */
    public static void run(List<? extends Runnable> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            work.forEach(one -> running.add(threads.submit(one)));
            running.forEach(Parallel::finished);
        }
    }

    private static void finished(Future<?> running) {
        try {
            running.get();
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
