package tusoi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tusoi.launcher.parts.Ports;

/**
 * Keycloak's token endpoint and keys, as far as one sign-in needs them; it holds the client to PKCE. The real one is met in
 * {@link BrowserJourney}.
 */
final class StubKeycloak implements AutoCloseable {
    static final String SECRET = "gateway-secret";

    private final int port = Ports.free();
    private final RSAKey key = key();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Map<String, String> authorization = Map.of();
    private volatile int tokenSeconds = 300;
    private volatile boolean sessionEnded;
    private HttpServer server = start();

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/tusoi";
    }

    /** What the browser would do at the sign-in page: the code for the authorization request that it was sent with. */
    URI signIn(String authorizationRequest) {
        authorization = parameters(URI.create(authorizationRequest).getRawQuery());
        return URI.create(authorization.get("redirect_uri") + "?code=the-code&state="
                + java.net.URLEncoder.encode(String.valueOf(authorization.get("state")), UTF_8));
    }

    Map<String, String> authorizationRequest() {
        return authorization;
    }

    void tokensLast(int seconds) {
        tokenSeconds = seconds;
    }

    /** Refresh tokens are good for nothing any more. */
    void endSession() {
        sessionEnded = true;
    }

    void stop() {
        server.stop(0);
    }

    void restart() {
        server = start();
    }

    @Override
    public void close() {
        stop();
    }

    private HttpServer start() {
        try {
            var made = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            made.createContext("/realms/tusoi/protocol/openid-connect/token", this::token);
            made.createContext(
                    "/realms/tusoi/protocol/openid-connect/certs",
                    exchange -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var basic = "Basic " + Base64.getEncoder().encodeToString(("gateway:" + SECRET).getBytes(UTF_8));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if ("refresh_token".equals(form.get("grant_type"))) {
            send(exchange, sessionEnded ? 400 : 200, sessionEnded ? "{\"error\":\"invalid_grant\"}" : tokens());
        } else if ("the-code".equals(form.get("code"))
                && s256(String.valueOf(form.get("code_verifier"))).equals(authorization.get("code_challenge"))) {
            send(exchange, 200, tokens());
        } else {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private String tokens() {
        return """
                {"access_token":"access-%d","token_type":"Bearer","expires_in":%d,"refresh_token":"refresh","id_token":"%s"}
                """.formatted(tokens.incrementAndGet(), tokenSeconds, idToken());
    }

    private String idToken() {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("7f1f")
                .audience("gateway")
                .claim("nonce", authorization.get("nonce"))
                .claim("preferred_username", "can-bo")
                .claim("name", "Cán Bộ")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            var body = json.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], UTF_8)));
    }

    private static String s256(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("stub").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
