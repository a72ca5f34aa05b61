package tusoi.launcher.installation;

/** A user with a generated password. {@code subject} is Keycloak's id, {@code role} and {@code unit} are for people to read. */
public record DemoUser(String username, String password, String subject, String role, String unit) {}
