package tusoi.launcher.installation;

/** A user to be made in Keycloak. */
public record NewUser(String username, String displayName, String role, String unit) {}
