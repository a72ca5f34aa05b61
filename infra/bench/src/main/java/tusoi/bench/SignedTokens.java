package tusoi.bench;

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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import tusoi.launcher.parts.Ports;

/** An issuer that a service fetches the keys of, and whose tokens it checks, without a Keycloak beside what is measured. */
final class SignedTokens implements AutoCloseable {
    private static final Duration VALID = Duration.ofHours(6);

    private final RSAKey key;
    private final HttpServer server;
    private final String issuer;

    private SignedTokens(RSAKey key, HttpServer server, String issuer) {
        this.key = key;
        this.server = server;
        this.issuer = issuer;
    }

    static SignedTokens start() throws IOException, JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).keyID("bench").generate();
        int port = Ports.free();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/certs", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return new SignedTokens(key, server, "http://127.0.0.1:" + port);
    }

    /** For a service that is to believe these tokens. */
    String[] arguments() {
        return new String[] {"--TUSOI_ISSUER=" + issuer, "--TUSOI_JWKS=" + issuer + "/certs"};
    }

    String token(String subject) throws JOSEException {
        Instant now = Instant.now();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer)
                .audience("tusoi")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
