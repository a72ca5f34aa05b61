package tusoi.journey.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a list to its end. */
public final class Pages {
    private static final int SIZE = 200;

    private Pages() {}

    public static List<JsonNode> all(Api api, String user, String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String after = "";
        while (true) {
            JsonNode page =
                    api.get(user, path + separator + "size=" + SIZE + after).body();
            page.path("items").forEach(items::add);
            if (!page.hasNonNull("next")) {
                return items;
            }
            after = "&after=" + page.path("next").asString();
        }
    }
}
