package tusoi.launcher.installation;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tusoi.launcher.parts.AppServer;
import tusoi.launcher.parts.JavaUse;
import tusoi.launcher.parts.KafkaServer;
import tusoi.launcher.parts.KeycloakServer;
import tusoi.launcher.parts.Lifetime;
import tusoi.launcher.parts.Part;
import tusoi.launcher.parts.Parts;
import tusoi.launcher.parts.PostgresServer;
import tusoi.launcher.parts.Says;
import tusoi.launcher.parts.ServiceDatabase;

/** An installation as the launcher, the journey and the benchmarks see it: addresses, secrets, users, parts. */
public final class Platform implements AutoCloseable {
    private static final int SERVICE_HEAP_MEGABYTES = 256;
    private static final int DATABASE_CONNECTIONS = 150;

    private final Layout layout;
    private final Says says;
    private final Secrets secrets;
    private final Realm realm;
    private final DemoUsers users;
    private final Map<String, Part> parts = new ConcurrentHashMap<>();
    private final JavaUse use;

    public Platform(Layout layout, Says says, JavaUse use) {
        this.layout = layout;
        this.says = says;
        this.use = use;
        this.secrets = new Secrets(layout.home().resolve("secrets.properties"));
        this.realm = new Realm(keycloakUrl(), secrets);
        this.users = new DemoUsers(layout.home().resolve("demo-users.json"), realm, new SignIn(issuer()));
    }

    /** The installation that the launcher named to the program that it started. */
    public static Platform fromProperties() {
        return new Platform(Layout.fromProperties(), Says.NOTHING, JavaUse.WORK.once());
    }

    public Layout layout() {
        return layout;
    }

    public Secrets secrets() {
        return secrets;
    }

    public DemoUsers users() {
        return users;
    }

    /** Where people and programs go: the gateway. */
    public URI gateway() {
        return URI.create("http://127.0.0.1:" + layout.port(Layout.GATEWAY));
    }

    /** A service's own address, past the gateway. */
    public URI service(String name) {
        return URI.create("http://127.0.0.1:" + layout.port(name));
    }

    public String keycloakUrl() {
        return "http://127.0.0.1:" + layout.port("keycloak");
    }

    public String issuer() {
        return keycloakUrl() + "/realms/tusoi";
    }

    public String kafka() {
        return "127.0.0.1:" + layout.port("kafka");
    }

    /** Addresses and passwords of a database: org, review, discipline, reporting, gateway or keycloak. */
    public ServiceDatabase database(String name) {
        return new ServiceDatabase(
                name,
                name,
                "jdbc:postgresql://127.0.0.1:" + layout.port("postgres") + "/" + name,
                secrets.get("db." + name + ".owner"),
                secrets.get("db." + name + ".app"),
                secrets.get("db." + name + ".loader"));
    }

    /** All parts, each after those that it needs. */
    public List<Part> parts() {
        var all = new ArrayList<Part>(List.of(postgres(), kafkaServer(), keycloak()));
        Layout.SERVICES.forEach(service -> all.add(part(service)));
        all.add(part(Layout.GATEWAY));
        return all;
    }

    /** To kill, stop and start it: postgres, kafka, keycloak, org, review, discipline, reporting, gateway. */
    public Part part(String name) {
        return parts.computeIfAbsent(name, this::make);
    }

    public PostgresServer postgres() {
        return (PostgresServer) part("postgres");
    }

    public KafkaServer kafkaServer() {
        return (KafkaServer) part("kafka");
    }

    public KeycloakServer keycloak() {
        return (KeycloakServer) part("keycloak");
    }

    Realm realm() {
        return realm;
    }

    @Override
    public void close() {
        realm.close();
    }

    private Part make(String name) {
        return switch (name) {
            case "postgres" ->
                new PostgresServer(
                        new Parts(layout.parts(), use),
                        new PostgresServer.Settings(
                                layout.folder(name),
                                layout.port(name),
                                secrets.get("postgres.superuser"),
                                true,
                                DATABASE_CONNECTIONS,
                                Lifetime.DETACHED,
                                layout.log(name)),
                        says);
            case "kafka" ->
                new KafkaServer(
                        new Parts(layout.parts(), use),
                        new KafkaServer.Settings(
                                layout.folder(name),
                                layout.port(name),
                                layout.port("kafka-controller"),
                                Lifetime.DETACHED,
                                layout.log(name)),
                        says);
            case "keycloak" ->
                new KeycloakServer(
                        new Parts(layout.parts(), use),
                        new KeycloakServer.Settings(
                                layout.folder(name),
                                layout.port(name),
                                layout.port("keycloak-management"),
                                database(name),
                                secrets.get("keycloak.admin"),
                                layout.realmToImport(),
                                Lifetime.DETACHED,
                                layout.log(name)),
                        says);
            default ->
                new AppServer(new AppServer.Settings(
                        name,
                        layout.home().resolve("apps"),
                        layout.jar(name),
                        layout.port(name),
                        SERVICE_HEAP_MEGABYTES,
                        () -> environment(name),
                        use,
                        Lifetime.DETACHED,
                        layout.log(name)));
        };
    }

    private Map<String, String> environment(String name) {
        var database = database(name);
        var environment = new HashMap<String, String>();
        environment.put("TUSOI_PORT", Integer.toString(layout.port(name)));
        environment.put("TUSOI_DB_URL", database.url());
        environment.put("TUSOI_DB_OWNER_PASSWORD", database.ownerPassword());
        environment.put("TUSOI_DB_APP_PASSWORD", database.appPassword());
        environment.put("TUSOI_KAFKA", kafka());
        environment.put("TUSOI_ISSUER", issuer());
        environment.put("TUSOI_JWKS", issuer() + "/protocol/openid-connect/certs");
        environment.put("TUSOI_KEYCLOAK_URI", keycloakUrl());
        environment.put("TUSOI_LOG_DIR", layout.logs().toString());
        environment.putAll(Logs.environment(layout.log(name)));
        if (name.equals(Layout.GATEWAY)) {
            environment.put("TUSOI_PUBLIC_URI", gateway().toString());
            environment.put("TUSOI_GATEWAY_CLIENT_SECRET", secrets.get("client.gateway"));
            Layout.SERVICES.forEach(service -> environment.put(
                    "TUSOI_" + service.toUpperCase(Locale.ROOT) + "_URI",
                    service(service).toString()));
        } else {
            environment.put("TUSOI_DB_LOADER_PASSWORD", database.loaderPassword());
        }
        if (name.equals("org")) {
            environment.put("TUSOI_ORG_CLIENT_SECRET", secrets.get("client.org-service"));
            environment.put("TUSOI_ORG_PERSON_KEY", secrets.key("org.person-key"));
            environment.putAll(Bootstrap.environment(users));
        }
        if (name.equals("reporting")) {
            environment.put("TUSOI_REPORT_SIGNING_KEY", new ReportKeys(secrets, layout.home()).secret());
        }
        return environment;
    }
}
