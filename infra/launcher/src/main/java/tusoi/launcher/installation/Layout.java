package tusoi.launcher.installation;

import java.nio.file.Path;
import java.util.List;

/**
 * Where things are.
 *
 * @param root the checkout
 * @param home the installation's data, {@code .tusoi} unless told otherwise
 * @param portBase the gateway's port; the others follow it
 */
public record Layout(Path root, Path home, int portBase) {
    public static final int DEFAULT_PORT_BASE = 20_080;
    public static final List<String> SERVICES = List.of("org", "review", "discipline", "reporting");
    public static final String GATEWAY = "gateway";

    /** In the order of the port offsets. */
    private static final List<String> PORTS = List.of(
            GATEWAY,
            "org",
            "review",
            "discipline",
            "reporting",
            "keycloak",
            "keycloak-management",
            "postgres",
            "kafka",
            "kafka-controller");

    /** As the launcher tells the programs that it starts: tusoi.root, tusoi.home, tusoi.port-base. */
    public static Layout fromProperties() {
        var root =
                Path.of(System.getProperty("tusoi.root", ".")).toAbsolutePath().normalize();
        var home =
                Path.of(System.getProperty("tusoi.home", root.resolve(".tusoi").toString()));
        return new Layout(root, home.toAbsolutePath(), Integer.getInteger("tusoi.port-base", DEFAULT_PORT_BASE));
    }

    public int port(String part) {
        return portBase + PORTS.indexOf(part);
    }

    public Path folder(String part) {
        return home.resolve(part);
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path parts() {
        return root.resolve("infra/launcher/target/parts");
    }

    public Path realm() {
        return root.resolve("infra/keycloak/tusoi-realm.json");
    }

    /** The same with this installation's secrets, while Keycloak has none. */
    Path realmToImport() {
        return home.resolve("realm-to-import.json");
    }

    /** The executable jar of a service or of the gateway. */
    public Path jar(String part) {
        var module = part.equals(GATEWAY) ? part : part + "-service";
        return root.resolve(module).resolve("target").resolve(module + "-0.1.0-SNAPSHOT-app.jar");
    }
}
