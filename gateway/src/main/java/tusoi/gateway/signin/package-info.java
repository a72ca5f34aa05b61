/**
 * Sign-in at Keycloak and the session that remembers it: authorization code with PKCE here, an HttpOnly cookie in the
 * browser, the tokens in the session's row. API clients that bring a bearer token have no session.
 */
@NullMarked
package tusoi.gateway.signin;

import org.jspecify.annotations.NullMarked;
