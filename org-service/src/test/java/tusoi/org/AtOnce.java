package tusoi.org;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tusoi.org.Register.Answer;

/** Several requests that leave in the same moment, each from a thread of its own. */
final class AtOnce {
    private AtOnce() {}

    static List<Answer> times(int times, Supplier<Answer> request) {
        return all(IntStream.range(0, times).mapToObj(i -> request).toList());
    }

    static List<Answer> all(List<Supplier<Answer>> requests) {
        CountDownLatch ready = new CountDownLatch(requests.size());
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            return threads
                    .invokeAll(requests.stream()
                            .map(request -> (java.util.concurrent.Callable<Answer>) () -> {
                                ready.countDown();
                                ready.await();
                                return request.get();
                            })
                            .toList())
                    .stream()
                    .map(AtOnce::answer)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
