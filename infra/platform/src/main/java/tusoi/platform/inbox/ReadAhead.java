package tusoi.platform.inbox;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Polls and reads one batch ahead, on a thread of its own, while the database works on the one before. */
final class ReadAhead implements AutoCloseable {
    private final Callable<Batch> poll;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tusoi-inbox-ahead").daemon().factory());
    private @Nullable Future<Batch> ahead;

    ReadAhead(Callable<Batch> poll) {
        this.poll = poll;
    }

    Batch next() throws ExecutionException, InterruptedException {
        var batch = (ahead == null ? thread.submit(poll) : ahead).get();
        ahead = thread.submit(poll);
        return batch;
    }

    /** Nothing polls any more once this returns; what was read ahead is forgotten, and has to be polled again. */
    void forget() throws ExecutionException, InterruptedException {
        if (ahead != null) {
            ahead.get();
            ahead = null;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
