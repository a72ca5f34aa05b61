package tusoi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TestKeycloakTest {
    @Test
    void realmGivesShortTokensForOurAudience() {
        var keycloak = Servers.keycloak();
        var subject = keycloak.createUser("lan", "mot-mat-khau-dai");
        var token = NimbusJwtDecoder.withJwkSetUri(keycloak.jwks())
                .build()
                .decode(keycloak.token("lan", "mot-mat-khau-dai"));
        assertThat(token.getSubject()).isEqualTo(subject);
        assertThat(token.getAudience()).contains("tusoi");
        assertThat(token.getIssuer()).hasToString(keycloak.issuer());
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofMinutes(5));
    }
}
