package tusoi.gateway.signin;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Keycloak is. Every endpoint follows from these, so that nothing is asked of it at start.
 *
 * @param issuer the realm's address as browsers and tokens know it
 * @param backChannel Keycloak's address as this server reaches it, without the realm's path; empty: the issuer's
 * @param jwks address of the realm's keys; empty: the usual one on the back channel
 * @param timeout for each call
 */
@ConfigurationProperties("tusoi.keycloak")
record KeycloakProperties(URI issuer, String backChannel, String jwks, String clientSecret, Duration timeout) {
    String authorizationUri() {
        return issuer + "/protocol/openid-connect/auth";
    }

    String endSessionUri() {
        return issuer + "/protocol/openid-connect/logout";
    }

    String tokenUri() {
        return realm() + "/protocol/openid-connect/token";
    }

    String keysUri() {
        return jwks.isEmpty() ? realm() + "/protocol/openid-connect/certs" : jwks;
    }

    private String realm() {
        return backChannel.isEmpty() ? issuer.toString() : backChannel.replaceAll("/+$", "") + issuer.getPath();
    }
}
