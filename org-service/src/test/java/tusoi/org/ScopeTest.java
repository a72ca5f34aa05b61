package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.decision;
import static tusoi.org.Register.made;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two wards of one register: what is of the other is not there. */
@OrgTest
class ScopeTest {
    @Autowired
    Register register;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient app;

    @Autowired
    TransactionTemplate transaction;

    String own = "";
    String ownBranch = "";
    String other = "";
    String otherBranch = "";
    String officer = "";

    @BeforeEach
    void twoWards() {
        own = register.ward();
        ownBranch = register.branch(own);
        other = register.ward();
        otherBranch = register.branch(other);
        officer = register.account("ORGANISATION_OFFICER", own);
    }

    @Test
    void anotherWardsUnitsAreNotThere() {
        for (String path : List.of(
                "/units/" + other,
                "/units/" + otherBranch,
                "/units/" + otherBranch + "?asOf=2015-01-01",
                "/units/" + otherBranch + "/history",
                "/tree?root=" + other,
                "/units?parent=" + other,
                "/units?parent=" + otherBranch,
                "/units/" + UUID.randomUUID(),
                "/units/NO-SUCH-CODE")) {
            assertThat(register.get(officer, path).status()).as(path).isEqualTo(404);
        }
        var list = register.get(officer, "/units");
        assertThat(list.body().path("items").valueStream().map(unit -> unit.path("id")
                        .asString()))
                .containsExactlyInAnyOrder(own, ownBranch);
        var tree = register.get(officer, "/tree");
        assertThat(tree.id()).isEqualTo(own);
        assertThat(tree.body().path("children").get(0).path("id").asString()).isEqualTo(ownBranch);
        assertThat(register.change(
                                officer,
                                "/units/" + otherBranch + "/rename",
                                1,
                                Map.of("name", "x y", "decision", decision("2020-01-01")))
                        .status())
                .isEqualTo(404);
        assertThat(register.change(
                                officer,
                                "/units/" + ownBranch + "/re-parent",
                                1,
                                Map.of("parentId", other, "decision", decision("2020-01-01")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anotherWardsMembersAreNotThere() {
        var stranger = register.member(otherBranch);
        register.member(ownBranch);
        assertThat(register.get(officer, "/members/" + stranger.id()).status()).isEqualTo(404);
        assertThat(register.get(officer, "/members/" + stranger.id() + "/posts").status())
                .isEqualTo(404);
        assertThat(register.get(officer, "/members?unit=" + other).status()).isEqualTo(404);
        assertThat(register.get(officer, "/members?q=vi%20du").body().path("items"))
                .hasSize(1);
        assertThat(register.get(officer, "/members/export?unit=" + other).status())
                .isEqualTo(404);
        assertThat(register.get(officer, "/members/export").text().lines().toList())
                .hasSize(2);
        assertThat(register.change(officer, "/members/" + stranger.id() + "/death", 1, Map.of("on", "2024-01-01"))
                        .status())
                .isEqualTo(404);
        assertThat(register.post(officer, "/members", Register.memberBody(otherBranch))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void afterATransferEachWardSeesItsOwnTime() {
        var member = register.member(ownBranch);
        register.transferred(member.id(), otherBranch, "2024-01-01");
        var left = register.get(officer, "/members/" + member.id());
        assertThat(left.body().path("slices")).as(left.text()).hasSize(1);
        var receiving = register.account("ORGANISATION_OFFICER", other);
        assertThat(register.get(receiving, "/members/" + member.id()).body().path("slices"))
                .hasSize(2);
        assertThat(register.change(officer, "/members/" + member.id() + "/death", 2, Map.of("on", "2024-02-01"))
                        .status())
                .isEqualTo(404);
        assertThat(register.get(officer, "/members?asOf=2023-12-31").body().path("items"))
                .hasSize(1);
        assertThat(register.get(officer, "/members?asOf=2024-01-01").body().path("items"))
                .isEmpty();
    }

    @Test
    void whoLacksTheRightIsToldSoWithinTheScope() {
        String observer = register.account("OBSERVER", own);
        var member = register.member(ownBranch);
        assertThat(register.get(observer, "/units/" + ownBranch).status()).isEqualTo(200);
        assertThat(register.get(observer, "/members?unit=" + own).status()).isEqualTo(403);
        assertThat(register.get(observer, "/members/" + member.id()).status()).isEqualTo(404);
        assertThat(register.get(observer, "/members").body().path("items")).isEmpty();
        assertThat(register.get(officer, "/grants?unit=" + own).status()).isEqualTo(403);
    }

    @Test
    void withoutAnAccountNothingIsAnswered() {
        assertThat(register.get(null, "/units").status()).isEqualTo(401);
        assertThat(register.get("nobody", "/units").status()).isEqualTo(401);
    }

    @Test
    void grantsAreGivenWithinTheOwnScopeOnly() {
        String admin = register.account("REGISTER_ADMINISTRATOR", own);
        var account = made(register.post(
                ADMIN,
                "/accounts",
                Map.of(
                        "subject",
                        Register.fresh("s"),
                        "username",
                        Register.fresh("u"),
                        "displayName",
                        "Thử",
                        "unitId",
                        own)));
        assertThat(register.get(admin, "/accounts").body().path("items")).hasSize(1);
        var there = Map.of("accountId", account.id(), "role", "SECRETARY", "unitId", other);
        assertThat(register.post(admin, "/grants", there).status()).isEqualTo(404);
        var above = Map.of("accountId", account.id(), "role", "SECRETARY", "unitId", "CT");
        assertThat(register.post(admin, "/grants", above).status()).isEqualTo(404);
        var here = Map.of("accountId", account.id(), "role", "SECRETARY", "unitId", ownBranch);
        var given = made(register.post(admin, "/grants", here));
        assertThat(register.post(officer, "/grants", here).status()).isEqualTo(403);
        assertThat(register.get(admin, "/grants?unit=" + ownBranch).body()).hasSize(1);
        assertThat(made(register.post(admin, "/grants/" + given.id() + "/revocation"))
                        .status())
                .isEqualTo(200);
        assertThat(register.post(admin, "/grants/" + given.id() + "/revocation").status())
                .isEqualTo(422);
        var foreign = register.account("REGISTER_ADMINISTRATOR", other);
        assertThat(register.post(foreign, "/grants/" + given.id() + "/revocation")
                        .status())
                .isEqualTo(404);
        assertThat(register.post(foreign, "/accounts/" + account.id() + "/lock").status())
                .isEqualTo(404);
    }

    // ORG-46, ORG-47
    @Test
    void aWardTakesNobodysSignInForItsOwn() {
        String admin = register.account("REGISTER_ADMINISTRATOR", own);
        var foreign = new HashMap<>(
                Map.of("subject", "9b2f1f0e-1111-4222-8333-444455556666", "username", "lan", "displayName", "Lan"));
        assertThat(register.post(admin, "/accounts", foreign).rule()).isEqualTo("ORG-46");
        foreign.put("username", "9b2f1f0e-1111-4222-8333-444455556666");
        assertThat(register.post(ADMIN, "/accounts", foreign).rule()).isEqualTo("ORG-47");
        var invited = Map.of("username", "9b2f1f0e-1111-4222-8333-444455556666", "displayName", "Lan");
        assertThat(register.post(admin, "/accounts/invitations", invited).rule())
                .isEqualTo("ORG-47");
    }

    // ORG-45, ORG-96
    @Test
    void aSuperiorsLockHoldsAndHisOfficersStayOpen() {
        String admin = register.account("REGISTER_ADMINISTRATOR", own);
        String subject = offices.account(own);
        String account = "/accounts/" + offices.id(subject);
        made(register.post(admin, account + "/lock"));
        made(register.post(admin, account + "/unlock"));
        made(register.post(admin, account + "/lock"));
        made(register.post(ADMIN, account + "/lock"));
        assertThat(register.post(admin, account + "/unlock").rule()).isEqualTo("ORG-45");
        made(register.post(admin, account + "/lock"));
        assertThat(register.post(admin, account + "/unlock").rule())
                .as("a lower lock does not take the place of a higher one")
                .isEqualTo("ORG-45");
        made(register.post(ADMIN, account + "/unlock"));
        made(offices.grant(ADMIN, offices.id(subject), "OBSERVER", "CT"));
        assertThat(register.post(admin, account + "/lock").rule()).isEqualTo("ORG-96");
        made(register.post(ADMIN, account + "/lock"));
        assertThat(register.post(admin, account + "/unlock").rule()).isEqualTo("ORG-45");
    }

    @Test
    void aGrantTakenAwayAndALockStopAtOnce() {
        String admin = register.account("REGISTER_ADMINISTRATOR", own);
        String subject = Register.fresh("s");
        var account = made(register.post(
                ADMIN,
                "/accounts",
                Map.of("subject", subject, "username", subject, "displayName", "Thử", "unitId", own)));
        var grant = made(register.post(
                admin,
                "/grants",
                Map.of(
                        "accountId",
                        account.id(),
                        "role",
                        "SECRETARY",
                        "unitId",
                        ownBranch,
                        "validFrom",
                        "2020-01-01")));
        assertThat(register.get(subject, "/units/" + ownBranch).status()).isEqualTo(200);
        made(register.post(admin, "/grants/" + grant.id() + "/revocation"));
        assertThat(register.get(subject, "/units/" + ownBranch).status()).isEqualTo(404);
        made(register.post(admin, "/accounts/" + account.id() + "/lock"));
        assertThat(register.get(subject, "/me").status()).isEqualTo(401);
        made(register.post(admin, "/accounts/" + account.id() + "/unlock"));
        assertThat(register.get(subject, "/me").status()).isEqualTo(200);
        String own = register.get(admin, "/me").body().path("accountId").asString();
        assertThat(register.post(admin, "/accounts/" + own + "/lock").status()).isIn(404, 422);
    }

    /** The second wall: even a query without any condition sees nothing of others. */
    @Test
    void rowPoliciesHideWhatAQueryForgetsToLeaveOut() {
        register.member(ownBranch);
        register.member(otherBranch);
        UUID account = UUID.fromString(
                register.get(officer, "/me").body().path("accountId").asString());
        for (String table : List.of("member", "person", "membership_version", "movement_version", "member_decision")) {
            int seen = transaction.execute(status -> {
                app.sql("select set_config('tusoi.account', ?, true)")
                        .param(account.toString())
                        .query()
                        .singleRow();
                return app.sql("select count(*) from org." + table)
                        .query(Integer.class)
                        .single();
            });
            assertThat(seen).as(table).isEqualTo(1);
            assertThat(app.sql("select count(*) from org." + table)
                            .query(Integer.class)
                            .single())
                    .as(table + " without an account")
                    .isZero();
        }
    }
}
