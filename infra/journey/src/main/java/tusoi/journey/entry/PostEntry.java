package tusoi.journey.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records who holds which posts, of the party and beside it. */
final class PostEntry {
    private final Desk desk;
    private final String user;
    private final String since;

    /** @param user who writes members, where the holder is at home and where the post is */
    PostEntry(Desk desk, String user, String since) {
        this.desk = desk;
        this.user = user;
        this.since = since;
    }

    void ofParty(String member, String unit, String post) {
        hold(member, unit, post, null);
    }

    /** Of government or of a mass organisation; recorded at the unit, not of it. */
    void external(String member, String unit, String post, String label) {
        hold(member, unit, post, label);
    }

    private void hold(String member, String unit, String post, @Nullable String label) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("unitId", desk.unit(unit));
        body.put("post", post);
        body.put("external", label != null);
        body.put("validFrom", since);
        body.put("mode", label == null ? "ELECTED" : "OTHER");
        if (label != null) {
            body.put("label", label);
        }
        desk.api()
                .post(
                        user,
                        "/api/org/v1/members/" + member + "/posts",
                        body,
                        "demo/post/" + member + "/" + unit + "/" + post);
    }
}
