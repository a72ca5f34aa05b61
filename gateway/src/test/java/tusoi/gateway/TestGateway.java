package tusoi.gateway;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tusoi.launcher.parts.Ports;
import tusoi.launcher.parts.ServiceDatabase;

/** The gateway as it runs, on a port of its own. */
public final class TestGateway implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final int port;

    private TestGateway(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    public static Starting on(ServiceDatabase database) {
        return new Starting(database);
    }

    public String uri(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Browser browser() {
        return new Browser(this);
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the environment says. */
    public static final class Starting {
        private final Map<String, Object> environment = new HashMap<>();

        private Starting(ServiceDatabase database) {
            with("TUSOI_DB_URL", database.url());
            with("TUSOI_DB_OWNER_PASSWORD", database.ownerPassword());
            with("TUSOI_DB_APP_PASSWORD", database.appPassword());
            with("TUSOI_GATEWAY_CLIENT_SECRET", StubKeycloak.SECRET);
            with("TUSOI_ISSUER", "http://127.0.0.1:1/realms/tusoi");
            with("tusoi.gateway.breaker.open-for", "300ms");
            with("logging.level.tusoi", "INFO");
        }

        public Starting with(String name, Object value) {
            environment.put(name, value);
            return this;
        }

        Starting keycloak(StubKeycloak keycloak) {
            return with("TUSOI_ISSUER", keycloak.issuer());
        }

        Starting service(String name, StubService service) {
            return with("TUSOI_" + name.toUpperCase(java.util.Locale.ROOT) + "_URI", service.uri());
        }

        TestGateway start() {
            return start(Ports.free());
        }

        public TestGateway start(int port) {
            with("TUSOI_PORT", port);
            var context = new SpringApplicationBuilder(GatewayApplication.class)
                    .run(environment.entrySet().stream()
                            .map(it -> "--" + it.getKey() + "=" + it.getValue())
                            .toArray(String[]::new));
            return new TestGateway(context, port);
        }
    }
}
