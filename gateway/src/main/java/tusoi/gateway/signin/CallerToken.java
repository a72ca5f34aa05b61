package tusoi.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;

/** The access token that goes to the services with a request. */
public interface CallerToken {
    /**
     * The bearer token that the request came with, or the session's, refreshed where it ran out.
     *
     * @throws SignInNeeded where there is none any more
     * @throws KeycloakAway where it had to be refreshed and Keycloak did not answer
     */
    String of(HttpServletRequest request);

    /** The session is over at Keycloak. */
    final class SignInNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Keycloak does not answer. */
    final class KeycloakAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeycloakAway(Throwable cause) {
            super(cause);
        }
    }
}
