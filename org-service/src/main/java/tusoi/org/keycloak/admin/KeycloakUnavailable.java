package tusoi.org.keycloak.admin;

/** Keycloak does not answer, or not to us; to be tried again. */
public class KeycloakUnavailable extends RuntimeException {
    public KeycloakUnavailable(String what) {
        super(what);
    }

    public KeycloakUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
