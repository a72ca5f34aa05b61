package tusoi.org.keycloak.admin;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.org.keycloak.admin.AdminCalls.Answer;

/** Keycloak's groups under {@code /units}. */
@Component
public class KeycloakGroups {
    private static final String ROOT = "units";
    private static final int PAGE = 100;
    private static final int MOST = 100_000;

    private final AdminCalls calls;

    public KeycloakGroups(AdminCalls calls) {
        this.calls = calls;
    }

    /** The group that all others stand under, made anew if somebody has deleted it. */
    public String root() {
        return byPath("/" + ROOT).orElseGet(() -> made(calls.post("/groups", Map.of("name", ROOT))));
    }

    public Optional<String> ofUnit(String unit) {
        return byPath("/" + ROOT + "/" + unit);
    }

    public String makeUnder(String parent, String name) {
        return made(calls.post("/groups/" + parent + "/children", Map.of("name", name)));
    }

    public void delete(String group) {
        calls.delete("/groups/" + group);
    }

    /** Ids by name. */
    public Map<String, String> under(String parent) {
        Map<String, String> found = new LinkedHashMap<>();
        pages(
                "/groups/" + parent + "/children?briefRepresentation=true",
                group -> found.put(
                        group.path("name").asString(), group.path("id").asString()));
        return found;
    }

    public Set<String> members(String group) {
        Set<String> subjects = new HashSet<>();
        pages(
                "/groups/" + group + "/members?briefRepresentation=true",
                user -> subjects.add(user.path("id").asString()));
        return subjects;
    }

    /** Whether there is such a user to add. */
    public boolean add(String subject, String group) {
        return calls.put("/users/" + AdminCalls.encoded(subject) + "/groups/" + group, null)
                .isGood();
    }

    public void remove(String subject, String group) {
        calls.delete("/users/" + AdminCalls.encoded(subject) + "/groups/" + group);
    }

    private Optional<String> byPath(String path) {
        Answer found = calls.get("/group-by-path" + path);
        return found.isGood() ? Optional.of(found.body().path("id").asString()) : Optional.empty();
    }

    private void pages(String path, Consumer<JsonNode> each) {
        for (int first = 0; first < MOST; first += PAGE) {
            Answer page = calls.get(path + "&first=" + first + "&max=" + PAGE);
            page.body().forEach(each);
            if (!page.isGood() || page.body().size() < PAGE) {
                return;
            }
        }
    }

    private static String made(Answer answer) {
        if (!answer.isGood()) {
            throw new KeycloakUnavailable("A group cannot be made: " + answer.status());
        }
        return answer.madeId();
    }
}
