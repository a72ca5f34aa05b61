package tusoi.journey.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits until a service has heard of everything that others had recorded by a moment. */
public final class Freshness {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final Api api;
    private final String user;

    public Freshness(Api api, String user) {
        this.api = api;
        this.user = user;
    }

    /** What the producer has recorded until now is known to the service when this returns. */
    public void await(String service, String producer) {
        awaitThrough(service, producer, Instant.now());
    }

    public void awaitThrough(String service, String producer, Instant moment) {
        Instant until = Instant.now().plus(PATIENCE);
        while (known(service, producer).isBefore(moment)) {
            if (Instant.now().isAfter(until)) {
                throw new Refused(0, service + "'s copy of " + producer, "stands at " + known(service, producer));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Instant known(String service, String producer) {
        String text = api.get(user, "/api/" + service + "/v1/freshness")
                .body()
                .path("byProducer")
                .path(producer)
                .asString("");
        return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    }
}
