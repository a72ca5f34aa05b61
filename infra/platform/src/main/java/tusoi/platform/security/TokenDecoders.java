package tusoi.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Makes the decoder: keys are fetched at the first token, so a service starts while Keycloak is down, and are kept through an
 * outage of some hours, so that a restart of Keycloak signs nobody out.
 */
final class TokenDecoders {
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int READ_TIMEOUT_MILLIS = 3_000;
    private static final int KEY_SET_LIMIT_BYTES = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(8);

    private TokenDecoders() {}

    static JwtDecoder decoder(TokenProperties properties) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSource(keys(properties)).build();
        decoder.setJwtValidator(validator(properties));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(TokenProperties properties) {
        try {
            return JWKSourceBuilder.create(
                            properties.jwks().toURL(),
                            new DefaultResourceRetriever(
                                    CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, KEY_SET_LIMIT_BYTES))
                    .cache(KEPT.toMillis(), WAIT.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(false)
                    .outageTolerant(KEPT_IN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("tusoi.security.jwks is no URL: " + properties.jwks(), e);
        }
    }

    static OAuth2TokenValidator<Jwt> validator(TokenProperties properties) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(properties.skew()),
                new JwtIssuerValidator(properties.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(properties.audience())),
                TokenDecoders::hasSubjectAndExpiry);
    }

    private static OAuth2TokenValidatorResult hasSubjectAndExpiry(Jwt token) {
        return token.getSubject() != null && token.getExpiresAt() != null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "A token needs a subject and an expiry", null));
    }
}
