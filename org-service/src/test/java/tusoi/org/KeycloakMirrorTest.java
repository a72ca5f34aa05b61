package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tusoi.org.Register.Answer;
import tusoi.org.keycloak.KeycloakSight;
import tusoi.platform.persistence.Loader;
import tusoi.testkit.Servers;
import tusoi.testkit.TestKeycloak;

/** A real Keycloak is brought in line with accounts and grants, and back in line when somebody has changed it by hand. */
@OrgTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakMirrorTest {
    private static final String SECRET = "a-secret-of-this-test";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    Register register;

    @Autowired
    Offices offices;

    @Autowired
    MeterRegistry meters;

    @Autowired
    @Loader
    JdbcClient loader;

    TestKeycloak keycloak = Servers.keycloak();
    KeycloakSight sight = new KeycloakSight(keycloak.url(), SECRET);
    String ward = "";
    String admin = "";

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry properties) {
        Servers.keycloak().settleClient("org-service", SECRET, "http://127.0.0.1/*");
        properties.add("TUSOI_KEYCLOAK_URI", () -> Servers.keycloak().url());
        properties.add("TUSOI_ORG_CLIENT_SECRET", () -> SECRET);
        properties.add("tusoi.org.keycloak.every", () -> "2s");
    }

    @BeforeEach
    void aWard() {
        ward = register.ward();
        admin = register.account("REGISTER_ADMINISTRATOR", ward);
    }

    @Test
    @Order(1)
    void whoIsInvitedSignsInWithAOneTimePassword() {
        var invited = invite("lan." + Register.fresh("u"));
        assertThat(invited.body().path("state").asString()).isEqualTo("INVITED");
        assertThat(invited.body().path("directory").asString()).isEqualTo("PENDING");
        String subject = inLine(invited.id()).body().path("subject").asString();
        assertThat(events(invited.id())).containsExactly("org.account-registered.v1");

        String path = "/accounts/" + invited.id() + "/one-time-password";
        var answer = made(register.post(admin, path));
        assertThat(answer.http().headers().firstValue("Cache-Control")).hasValue("no-store");
        String password = answer.body().path("password").asString();
        String username = answer.body().path("username").asString();
        assertThatThrownBy(() -> keycloak.token(username, password))
                .as("right, and to be changed first")
                .hasMessageContaining("Account is not fully set up");
        assertThatThrownBy(() -> keycloak.token(username, "another-one-12")).hasMessageContaining("invalid_grant");
        assertThat(register.send(register.request(admin, path)
                                .header("Idempotency-Key", "\"a\"")
                                .POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(400);

        made(register.get(subject, "/me"));
        assertThat(account(invited.id()).body().path("state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    @Order(2)
    void anotherWardsAccountIsNotThere() {
        var invited = invite("hoa." + Register.fresh("u"));
        String stranger = register.account("REGISTER_ADMINISTRATOR", register.ward());
        String path = "/accounts/" + invited.id();
        assertThat(register.get(stranger, path).status()).isEqualTo(404);
        assertThat(register.post(stranger, path + "/lock").status()).isEqualTo(404);
        assertThat(register.post(stranger, path + "/one-time-password").status())
                .isEqualTo(404);
        var there = Map.of("username", "mai." + Register.fresh("u"), "displayName", "Mai", "unitId", ward);
        assertThat(register.post(stranger, "/accounts/invitations", there).status())
                .isEqualTo(404);
        String officer = register.account("ORGANISATION_OFFICER", ward);
        assertThat(register.post(officer, "/accounts/invitations", there).status())
                .isEqualTo(403);
    }

    // ORG-96
    @Test
    @Order(3)
    void aPasswordIsSetAnewByWhoLooksAfterAllThatTheAccountMay() {
        var invited = invite("tam." + Register.fresh("u"));
        inLine(invited.id());
        made(offices.grant(ADMIN, invited.id(), "OBSERVER", "CT"));
        String path = "/accounts/" + invited.id() + "/one-time-password";
        assertThat(register.post(admin, path).rule()).isEqualTo("ORG-96");
        made(register.post(ADMIN, path));
        String own = "/accounts/" + offices.id(admin) + "/one-time-password";
        assertThat(register.post(admin, own).status())
                .as("another unit's account")
                .isIn(404, 409);
    }

    @Test
    @Order(4)
    void aLockedAccountIsDisabledAndAnUnlockedOneEnabled() {
        var invited = invite("an." + Register.fresh("u"));
        String subject = inLine(invited.id()).body().path("subject").asString();
        assertThat(sight.isEnabled(subject)).isTrue();
        made(register.post(admin, "/accounts/" + invited.id() + "/lock"));
        inLine(invited.id());
        assertThat(sight.isEnabled(subject)).isFalse();
        assertThat(register.post(admin, "/accounts/" + invited.id() + "/one-time-password")
                        .status())
                .isEqualTo(409);
        made(register.post(admin, "/accounts/" + invited.id() + "/unlock"));
        inLine(invited.id());
        assertThat(sight.isEnabled(subject)).isTrue();
    }

    @Test
    @Order(5)
    void aUserOfThatNameMadeByOthersIsLeftAlone() {
        String taken = "khac." + Register.fresh("u");
        String subject = keycloak.createUser(taken, "mot-mat-khau-dai");
        var invited = invite(taken);
        soon(() -> account(invited.id()).body().path("directory").asString().equals("FAILED"));
        assertThat(account(invited.id()).body().path("directoryReason").asString())
                .isEqualTo("USERNAME_TAKEN_OR_REFUSED");
        assertThat(sight.isEnabled(subject)).isTrue();
        assertThat(keycloak.token(taken, "mot-mat-khau-dai")).isNotEmpty();
        assertThat(events(invited.id())).isEmpty();
    }

    @Test
    @Order(6)
    void groupsMirrorGrantsAndAreRepaired() {
        String subject = keycloak.createUser("quan." + Register.fresh("u"), "mot-mat-khau-dai");
        String stranger = keycloak.createUser("la." + Register.fresh("u"), "mot-mat-khau-dai");
        var account = made(register.post(
                ADMIN,
                "/accounts",
                Map.of("subject", subject, "username", Register.fresh("quan."), "displayName", "Thử", "unitId", ward)));
        var grant = made(offices.grant(admin, account.id(), "SECRETARY", ward));
        soon(() -> sight.members(ward, "SECRETARY").contains(subject));

        double before = meters.get("tusoi.keycloak.repairs").functionCounter().count();
        sight.remove(subject, ward, "SECRETARY");
        soon(() -> sight.members(ward, "SECRETARY").contains(subject));
        sight.add(stranger, ward, "SECRETARY");
        soon(() -> !sight.members(ward, "SECRETARY").contains(stranger));
        sight.deleteUnit(ward);
        soon(() -> sight.members(ward, "SECRETARY").contains(subject));
        sight.makeUnit("tu-them-bang-tay");
        soon(() -> !sight.hasUnit("tu-them-bang-tay"));
        assertThat(meters.get("tusoi.keycloak.repairs").functionCounter().count())
                .isGreaterThanOrEqualTo(before + 4);
        soon(() -> meters.get("tusoi.keycloak.mirror.age.seconds").gauge().value() >= 0);

        made(register.post(admin, "/grants/" + grant.id() + "/revocation"));
        soon(() -> sight.members(ward, "SECRETARY").isEmpty());
        assertThat(register.post(admin, "/accounts/" + account.id() + "/one-time-password")
                        .status())
                .as("a user made by others gets no password from here")
                .isEqualTo(409);
    }

    @Test
    @Order(7)
    void whatIsAskedForWhileKeycloakIsAwayIsDoneLater() {
        var known = invite("som." + Register.fresh("u"));
        inLine(known.id());
        keycloak.kill();
        var invited = invite("muon." + Register.fresh("u"));
        made(register.post(admin, "/accounts/" + known.id() + "/lock"));
        made(register.post(admin, "/accounts/" + known.id() + "/unlock"));
        assertThat(register.post(admin, "/accounts/" + known.id() + "/one-time-password")
                        .status())
                .isEqualTo(503);
        assertThat(account(invited.id()).body().path("directory").asString()).isEqualTo("PENDING");
        keycloak.start();
        inLine(invited.id());
        inLine(known.id());
    }

    private Answer invite(String username) {
        return made(register.post(
                admin, "/accounts/invitations", Map.of("username", username, "displayName", "Nguyễn Thị Thử")));
    }

    private Answer account(String id) {
        return made(register.get(admin, "/accounts/" + id));
    }

    private Answer inLine(String id) {
        soon(() -> account(id).body().path("directory").asString().equals("IN_LINE"));
        return account(id);
    }

    private List<String> events(String account) {
        return loader.sql("select type from platform.outbox where aggregate_id = ?::uuid order by seq")
                .param(account)
                .query(String.class)
                .list();
    }

    private static void soon(Callable<Boolean> condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(condition);
    }
}
