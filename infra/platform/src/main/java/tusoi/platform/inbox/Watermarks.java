package tusoi.platform.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What this service knows to be complete. */
public interface Watermarks {
    /** The smallest watermark over the producers followed; {@link Instant#EPOCH} before the first. */
    Instant completeThrough();

    /** The smallest over these of them. */
    Instant completeThrough(Set<String> producers);

    Map<String, Instant> byProducer();
}
