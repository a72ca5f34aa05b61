package tusoi.platform.security;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a token must name to be accepted, and where its signer's keys are. */
@ConfigurationProperties("tusoi.security")
record TokenProperties(
        @DefaultValue("http://127.0.0.1:20085/realms/tusoi") String issuer,

        @DefaultValue("http://127.0.0.1:20085/realms/tusoi/protocol/openid-connect/certs")
        URI jwks,

        @DefaultValue("tusoi") String audience,
        @DefaultValue("10s") Duration skew) {}
