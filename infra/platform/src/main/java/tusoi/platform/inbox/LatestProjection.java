package tusoi.platform.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows a compacted topic: the last value of each key, null where it was erased. */
public interface LatestProjection {
    String topic();

    void apply(Map<String, @Nullable JsonNode> latest);

    /** Empties the rows for a rebuild, as the loader role. */
    default void clear() {}
}
