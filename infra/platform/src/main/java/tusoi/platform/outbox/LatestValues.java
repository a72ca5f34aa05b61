package tusoi.platform.outbox;

import java.util.function.BiConsumer;

/** Where the values of a compacted topic can be had again; such a topic keeps no journal and is refilled from today's values. */
public interface LatestValues {
    String topic();

    /** Gives every key with its present value, as the loader role; may stream. */
    void forEach(BiConsumer<String, Object> sink);
}
