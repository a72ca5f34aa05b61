package tusoi.journey.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer that succeeded. */
public record Answer(int status, JsonNode body, @Nullable String etag, byte[] bytes) {
    public String id() {
        return body.path("id").asString();
    }
}
