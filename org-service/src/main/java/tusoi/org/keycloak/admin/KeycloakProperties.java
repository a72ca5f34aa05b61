package tusoi.org.keycloak.admin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Keycloak is; without an address nothing is mirrored.
 *
 * @param clientSecret of the client org-service
 * @param every how often each unit is compared although nothing was changed here
 */
@ConfigurationProperties("tusoi.org.keycloak")
public record KeycloakProperties(
        @DefaultValue("") String uri,
        @DefaultValue("tusoi") String realm,
        @DefaultValue("") String clientSecret,
        @DefaultValue("10m") Duration every) {
    public boolean isGiven() {
        return !uri.isBlank() && !clientSecret.isBlank();
    }
}
