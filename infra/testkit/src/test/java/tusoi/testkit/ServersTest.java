package tusoi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class ServersTest {
    @Test
    void appRoleNeitherOwnsNorBypassesAndLoaderBypasses() throws Exception {
        var database = Servers.postgres().database("org");
        try (var connection =
                        DriverManager.getConnection(database.url(), database.loader(), database.loaderPassword());
                var statement = connection.createStatement();
                var roles = statement.executeQuery(
                        "select string_agg(rolname || rolbypassrls || rolsuper, ' ' order by rolname) from pg_roles where rolname like 'org%'")) {
            roles.next();
            assertThat(roles.getString(1)).isEqualTo("org_appfalsefalse org_loadertruefalse org_ownerfalsefalse");
        }
    }

    @Test
    void killedBrokerComesBackWithItsTopics() throws Exception {
        try (var kafka = Servers.newKafka()) {
            try (var admin = kafka.admin()) {
                admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
                        .all()
                        .get(30, TimeUnit.SECONDS);
            }
            kafka.kill();
            kafka.start();
            try (var admin = kafka.admin()) {
                assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS)).contains("kept");
            }
        }
    }

    @Test
    void tokenIsReadByTheDecoder() {
        assertThat(TestTokens.decoder().decode(TestTokens.of("ai-do")).getSubject())
                .isEqualTo("ai-do");
    }
}
