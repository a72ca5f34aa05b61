package tusoi.platform.inbox;

import java.time.Instant;
import java.util.Map;

/** What this service knows to be complete. */
public interface Watermarks {
    /** The smallest watermark over the producers followed; {@link Instant#EPOCH} before the first. */
    Instant completeThrough();

    Map<String, Instant> byProducer();
}
