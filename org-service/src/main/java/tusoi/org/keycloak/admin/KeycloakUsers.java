package tusoi.org.keycloak.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tusoi.org.keycloak.admin.AdminCalls.Answer;

/** Keycloak's users, as far as accounts ask for them. */
@Component
public class KeycloakUsers {
    /** Says whose user it is, so that one made just before a crash is known again and nobody else's is ever taken. */
    private static final String MARK = "tusoiAccount";

    private final AdminCalls calls;

    public KeycloakUsers(AdminCalls calls) {
        this.calls = calls;
    }

    /** Makes the user, or finds the one made for that account; empty where somebody else has the name. */
    public Optional<String> make(UUID account, String username, String displayName, boolean enabled) {
        Answer made = calls.post(
                "/users",
                Map.of(
                        "username",
                        username,
                        "firstName",
                        displayName,
                        "enabled",
                        enabled,
                        "requiredActions",
                        List.of("UPDATE_PASSWORD"),
                        "attributes",
                        Map.of(MARK, List.of(account.toString()))));
        if (made.isGood()) {
            return Optional.of(made.madeId());
        }
        if (made.status() != 409) {
            return Optional.empty();
        }
        for (JsonNode user : calls.get("/users?exact=true&username=" + AdminCalls.encoded(username))
                .body()) {
            if (isOf(account, user)) {
                return Optional.of(user.path("id").asString());
            }
        }
        return Optional.empty();
    }

    /**
     * False where there is no such user. A disabled one is signed out everywhere. A user made by others stays as it is: whoever
     * knows its id could else switch it off, and the account's own lock keeps it out of here anyway.
     */
    public boolean enable(UUID account, String subject, boolean enabled) {
        String path = path(subject);
        Answer found = calls.get(path);
        if (!found.isGood() || !(found.body() instanceof ObjectNode user)) {
            return false;
        }
        if (!isOf(account, user)) {
            return true;
        }
        if (user.path("enabled").asBoolean() != enabled) {
            user.put("enabled", enabled);
            if (!calls.put(path, user).isGood()) {
                return false;
            }
        }
        return enabled || calls.post(path + "/logout", Map.of()).isGood();
    }

    /** A password for one sign-in, at which another one has to be chosen. False where no user was made for the account. */
    public boolean oneTimePassword(UUID account, String subject, String password) {
        Answer found = calls.get(path(subject));
        return found.isGood()
                && isOf(account, found.body())
                && calls.put(
                                path(subject) + "/reset-password",
                                Map.of("type", "password", "value", password, "temporary", true))
                        .isGood();
    }

    private static String path(String subject) {
        return "/users/" + AdminCalls.encoded(subject);
    }

    private static boolean isOf(UUID account, JsonNode user) {
        return user.path("attributes").path(MARK).path(0).asString("").equals(account.toString());
    }
}
