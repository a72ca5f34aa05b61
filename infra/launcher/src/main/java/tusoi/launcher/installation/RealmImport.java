package tusoi.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tusoi.launcher.parts.Folders;
import tusoi.launcher.parts.PartFailed;

/**
 * The realm as a Keycloak without one imports it, with this installation's addresses, secrets and first user: nothing is left to set
 * once it runs, and org-service can be told the first user's subject before.
 */
final class RealmImport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Platform platform;

    RealmImport(Platform platform) {
        this.platform = platform;
    }

    /** Whether Keycloak is still without the realm. PostgreSQL must be up. */
    boolean isWanted() {
        var database = platform.database("keycloak");
        try (var connection = DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            try (var table = statement.executeQuery("select to_regclass('realm') is not null")) {
                if (!table.next() || !table.getBoolean(1)) {
                    return true;
                }
            }
            try (var realm = statement.executeQuery("select from realm where name = '" + Realm.NAME + "'")) {
                return !realm.next();
            }
        } catch (SQLException e) {
            throw new PartFailed("cannot ask for Keycloak's realm: " + e.getMessage(), e);
        }
    }

    /** Leaves the file for Keycloak's start. */
    void write(NewUser firstUser) {
        var user = platform.users().announce(firstUser);
        PrivateFile.write(platform.layout().realmToImport(), JSON.writeValueAsString(realm(user, firstUser)));
    }

    /** Once it is imported nobody needs the secrets in it. */
    void forget() {
        Folders.delete(platform.layout().realmToImport());
    }

    private ObjectNode realm(DemoUser user, NewUser named) {
        try (var file = Files.newInputStream(platform.layout().realm())) {
            var realm = (ObjectNode) JSON.readTree(file);
            var address = platform.gateway().toString();
            var gateway = client(realm, Realm.GATEWAY);
            gateway.put("secret", platform.secrets().get(Realm.GATEWAY_SECRET));
            gateway.put("rootUrl", address);
            gateway.set("redirectUris", JSON.valueToTree(List.of(Realm.below(address))));
            ((ObjectNode) gateway.path("attributes")).put(Realm.AFTER_SIGN_OUT, Realm.below(address));
            client(realm, Realm.ORG).put("secret", platform.secrets().get(Realm.ORG_SECRET));
            realm.withArray("users").add(JSON.valueToTree(representation(user, named)));
            return realm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode client(ObjectNode realm, String id) {
        return (ObjectNode) realm.path("clients")
                .valueStream()
                .filter(client -> client.path("clientId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> representation(DemoUser user, NewUser named) {
        return Map.of(
                "id", user.subject(),
                "username", user.username(),
                "firstName", named.displayName(),
                "enabled", true,
                "credentials", List.of(Map.of("type", "password", "value", user.password(), "temporary", false)));
    }
}
