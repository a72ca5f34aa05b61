package tusoi.discipline.members;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads optional text of an event. */
final class Text {
    private Text() {}

    static @Nullable String orNull(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}
