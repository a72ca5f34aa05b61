package tusoi.org.keycloak;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.accounts.SignIns;
import tusoi.org.keycloak.admin.AdminCalls;
import tusoi.org.keycloak.admin.KeycloakProperties;
import tusoi.org.keycloak.admin.KeycloakUsers;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.LoaderConnections;

/** The mirror runs where Keycloak's address is given. */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {
    @Bean
    AdminCalls adminCalls(KeycloakProperties keycloak, JsonMapper json) {
        return new AdminCalls(keycloak, json);
    }

    @Bean
    MirrorMeters mirrorMeters(@Loader JdbcClient jdbc) {
        return new MirrorMeters(jdbc);
    }

    @Bean
    @ConditionalOnExpression("!'${tusoi.org.keycloak.uri:}'.isBlank()")
    Leader keycloakMirror(
            SignIns signIns,
            KeycloakUsers users,
            GroupMirror groups,
            KeycloakProperties keycloak,
            LoaderConnections connections) {
        return new Leader(new Mirror(signIns, users, groups, keycloak.every()), connections);
    }
}
