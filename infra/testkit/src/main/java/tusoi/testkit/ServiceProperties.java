package tusoi.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tusoi.launcher.parts.Ports;
import tusoi.launcher.parts.ServiceDatabase;

/**
 * Gives a Spring test what the launcher gives the running service: a fresh database, the shared broker, and
 * {@link TestTokens}' issuer and keys. The service is the one that {@code tusoi.service} names:
 *
 * <pre>{@code @ContextConfiguration(initializers = ServiceProperties.class)}</pre>
 */
public final class ServiceProperties implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var service = context.getEnvironment().getProperty("tusoi.service", "test");
        var database = Servers.postgres().database(service);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testkit", properties(database, Servers.kafka().bootstrap())));
    }

    /** The TUSOI_* properties for that database and broker. */
    public static Map<String, Object> properties(ServiceDatabase database, String kafka) {
        var properties = new HashMap<String, Object>();
        properties.put("TUSOI_PORT", "0");
        properties.put("TUSOI_DB_URL", database.url());
        properties.put("TUSOI_DB_OWNER_PASSWORD", database.ownerPassword());
        properties.put("TUSOI_DB_APP_PASSWORD", database.appPassword());
        properties.put("TUSOI_DB_LOADER_PASSWORD", database.loaderPassword());
        properties.put("TUSOI_KAFKA", kafka);
        properties.put("TUSOI_ISSUER", TestTokens.ISSUER);
        properties.put("TUSOI_JWKS", Keys.URL);
        return properties;
    }

    /** Serves the test key as Keycloak serves its own. */
    private static final class Keys {
        private static final String URL = serve();

        private static String serve() {
            try {
                var port = Ports.free();
                var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
                var body = TestTokens.jwks().getBytes(StandardCharsets.UTF_8);
                server.createContext("/certs", exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    try (var out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
                server.setExecutor(task -> Thread.ofVirtual().start(task));
                server.start();
                return "http://127.0.0.1:" + port + "/certs";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
