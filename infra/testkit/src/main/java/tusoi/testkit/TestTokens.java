package tusoi.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Tokens as Keycloak signs them, from a key of the test's own. */
public final class TestTokens {
    public static final String ISSUER = "http://127.0.0.1:20085/realms/tusoi";
    public static final String AUDIENCE = "tusoi";

    private static final RSAKey KEY = generate();

    private TestTokens() {}

    /** A good token of that subject. */
    public static String of(String subject) {
        return token(subject, ISSUER, AUDIENCE, Duration.ofMinutes(5));
    }

    public static String bearer(String subject) {
        return "Bearer " + of(subject);
    }

    /** @param remaining negative for one that has expired */
    public static String token(String subject, String issuer, String audience, Duration remaining) {
        return token(subject, issuer, audience, remaining, KEY);
    }

    /** Signed by a key that no decoder here knows. */
    public static String forged(String subject) {
        return token(subject, ISSUER, AUDIENCE, Duration.ofMinutes(5), generate());
    }

    /** Checks the signature only; wrap it with the validators under test. */
    public static NimbusJwtDecoder signatureDecoder() {
        try {
            return NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JwtDecoder decoder() {
        return signatureDecoder();
    }

    /** The public key as a JWKS document. */
    public static String jwks() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    private static String token(String subject, String issuer, String audience, Duration remaining, RSAKey key) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .claim("azp", "gateway")
                .claim("preferred_username", subject)
                .issueTime(Date.from(now.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(now.plus(remaining)))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
