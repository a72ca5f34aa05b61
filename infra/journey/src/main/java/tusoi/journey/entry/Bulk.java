package tusoi.journey.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tusoi.journey.api.Answer;
import tusoi.journey.api.Refused;

/** A meeting's minutes, two hundred lines at a time; what failed for want of a part is sent again under the same key. */
final class Bulk {
    private static final int LINES = 200;
    private static final int TRIES = 20;

    private final Desk desk;
    private final String cycle;

    Bulk(Desk desk, String cycle) {
        this.desk = desk;
        this.cycle = cycle;
    }

    /** @param key of the whole list */
    void send(String user, String step, String key, List<Map<String, Object>> items) {
        for (int from = 0; from < items.size(); from += LINES) {
            List<Map<String, Object>> lines =
                    new ArrayList<>(items.subList(from, Math.min(items.size(), from + LINES)));
            sendLines(user, step, "demo/" + cycle + "/" + key + "/" + step + "/" + from, lines);
        }
    }

    private void sendLines(String user, String step, String key, List<Map<String, Object>> lines) {
        String path = "/api/review/v1/cycles/" + cycle + "/bulk/" + step;
        for (int attempt = 1; ; attempt++) {
            Answer answer = desk.api().post(user, path, Map.of("items", lines), key);
            JsonNode worst = worst(answer);
            if (worst == null) {
                return;
            }
            if (worst.path("status").asInt() < 500 || attempt == TRIES) {
                throw new Refused(worst.path("status").asInt(), path + " as " + user, worst.toString());
            }
        }
    }

    private static @Nullable JsonNode worst(Answer answer) {
        for (JsonNode item : answer.body().path("items")) {
            if (item.path("status").asInt() >= 300) {
                return item;
            }
        }
        return null;
    }
}
