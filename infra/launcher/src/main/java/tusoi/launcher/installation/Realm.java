package tusoi.launcher.installation;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import tusoi.launcher.parts.PartFailed;

/** What the launcher changes in a realm that is there: secrets, addresses, users. */
public final class Realm implements AutoCloseable {
    static final String NAME = "tusoi";
    static final String GATEWAY = "gateway";
    static final String GATEWAY_SECRET = "client.gateway";
    static final String ORG = "org-service";
    static final String ORG_SECRET = "client.org-service";
    static final String AFTER_SIGN_OUT = "post.logout.redirect.uris";

    private final String url;
    private final Secrets secrets;
    private @Nullable Keycloak keycloak;

    Realm(String url, Secrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /** Gives the confidential clients their secrets and the gateway its address. */
    void settleClients(String gatewayUrl) {
        var gateway = realm().clients().findByClientId(GATEWAY).getFirst();
        gateway.setSecret(secrets.get(GATEWAY_SECRET));
        gateway.setRootUrl(gatewayUrl);
        gateway.setRedirectUris(List.of(below(gatewayUrl)));
        gateway.getAttributes().put(AFTER_SIGN_OUT, below(gatewayUrl));
        realm().clients().get(gateway.getId()).update(gateway);
        var org = realm().clients().findByClientId(ORG).getFirst();
        org.setSecret(secrets.get(ORG_SECRET));
        realm().clients().get(org.getId()).update(org);
    }

    /** All addresses of the gateway, as Keycloak writes them. */
    static String below(String gatewayUrl) {
        return gatewayUrl + "/*";
    }

    /** Makes the user, or gives the one who is there that password. Returns the subject. */
    String createUser(String username, String displayName, String password) {
        var user = new UserRepresentation();
        user.setUsername(username);
        user.setEnabled(true);
        user.setFirstName(displayName);
        user.setCredentials(List.of(credential(password)));
        try (var response = realm().users().create(user)) {
            if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
                return CreatedResponseUtil.getCreatedId(response);
            }
            if (response.getStatus() != 409) {
                throw new PartFailed("Keycloak refuses user " + username + ": " + response.readEntity(String.class));
            }
        }
        var id = realm().users().searchByUsername(username, true).getFirst().getId();
        realm().users().get(id).resetPassword(credential(password));
        return id;
    }

    @Override
    public synchronized void close() {
        var open = keycloak;
        if (open != null) {
            open.close();
            keycloak = null;
        }
    }

    private static CredentialRepresentation credential(String password) {
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        return credential;
    }

    private synchronized RealmResource realm() {
        var open = keycloak;
        if (open == null) {
            open = KeycloakBuilder.builder()
                    .serverUrl(url)
                    .realm("master")
                    .clientId("admin-cli")
                    .username("admin")
                    .password(secrets.get("keycloak.admin"))
                    .build();
            keycloak = open;
        }
        return open.realm(NAME);
    }
}
