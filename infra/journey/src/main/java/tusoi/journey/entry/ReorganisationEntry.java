package tusoi.journey.entry;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tusoi.journey.api.Answer;
import tusoi.journey.api.Api;
import tusoi.journey.api.Refused;

/** Draft, preview, confirmation of what the preview showed. */
public final class ReorganisationEntry {
    private static final String REORGANISATIONS = "/api/org/v1/reorganisations";

    private final Api api;
    private final Says says;

    public ReorganisationEntry(Api api, Says says) {
        this.api = api;
        this.says = says;
    }

    /**
     * May be called again: what is confirmed already is left as it is.
     *
     * @param key of the draft; the same key is the same reorganisation
     * @return the operations with an id for each unit that they found
     */
    public JsonNode enter(String user, Map<String, Object> draft, String key) {
        Answer drafted = api.post(user, REORGANISATIONS, draft, key + "/draft");
        String path = REORGANISATIONS + "/" + drafted.id();
        if (!api.get(user, path).body().path("state").asString().equals("CONFIRMED")) {
            confirm(user, path, key);
        }
        return drafted.body().path("operations");
    }

    private void confirm(String user, String path, String key) {
        JsonNode preview = api.get(user, path + "/preview").body();
        JsonNode counts = preview.path("counts");
        says.say("  previewed: %d units change, %d members change home, %d refusals, %d warnings"
                .formatted(
                        counts.path("units").asInt(),
                        counts.path("members").asInt(),
                        counts.path("refusals").asInt(),
                        counts.path("warnings").asInt()));
        if (!preview.path("confirmable").asBoolean()) {
            throw new Refused(422, path + "/preview", preview.path("refusals").toString());
        }
        String fingerprint = preview.path("fingerprint").asString();
        api.post(user, path + "/confirmation", Map.of("fingerprint", fingerprint), key + "/" + fingerprint);
    }
}
