package tusoi.org.keycloak;

/** Keycloak does not answer, or not to us; to be tried again. */
class KeycloakUnavailable extends RuntimeException {
    KeycloakUnavailable(String what) {
        super(what);
    }

    KeycloakUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
