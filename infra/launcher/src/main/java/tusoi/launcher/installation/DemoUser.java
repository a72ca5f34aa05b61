package tusoi.launcher.installation;

import org.jspecify.annotations.Nullable;

/**
 * A user with a generated password. {@code subject} is Keycloak's id, {@code role} and {@code unit} are for people to read.
 *
 * @param formerUnit where the user was before that unit ended
 */
public record DemoUser(
        String username,
        String password,
        String subject,
        String role,
        String unit,
        @Nullable String formerUnit) {
    DemoUser at(String successor) {
        return new DemoUser(username, password, subject, role, successor, unit);
    }
}
