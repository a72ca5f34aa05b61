package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.made;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tusoi.org.Register.Answer;

/** Who holds a role lends it for some days. */
@OrgTest
class DelegationsTest {
    @Autowired
    Register register;

    @Autowired
    Offices offices;

    String ward = "";
    String branch = "";
    String admin = "";
    String giver = "";
    String receiver = "";

    @BeforeEach
    void twoAccounts() {
        ward = register.ward();
        branch = register.branch(ward);
        admin = register.account("REGISTER_ADMINISTRATOR", ward);
        giver = offices.account(ward);
        receiver = offices.account(ward);
        made(offices.grant(admin, offices.id(giver), "ORGANISATION_OFFICER", ward));
    }

    @Test
    void aRoleIsLentBelowOnesOwnUnitAndTakenBack() {
        var lent = made(delegate(giver, receiver, "ORGANISATION_OFFICER", branch, 10));
        assertThat(lent.body().path("source").asString()).isEqualTo("DELEGATION");
        assertThat(lent.body().path("givenBy").asString()).isEqualTo(offices.id(giver));
        assertThat(register.get(receiver, "/members?unit=" + branch).status()).isEqualTo(200);
        assertThat(register.get(receiver, "/members?unit=" + ward).status()).isEqualTo(404);
        assertThat(register.get(giver, "/delegations").body()).hasSize(1);
        assertThat(register.get(receiver, "/delegations").body()).hasSize(1);
        assertThat(register.post(receiver, "/grants/" + lent.id() + "/revocation")
                        .status())
                .as("who was lent something does not take it back")
                .isEqualTo(403);
        made(register.post(giver, "/grants/" + lent.id() + "/revocation"));
        assertThat(register.get(receiver, "/members?unit=" + branch).status()).isEqualTo(404);
        assertThat(offices.announced(lent.body().path("sourceId").asString()))
                .containsExactly("org.grant-given.v1", "org.grant-revoked.v1");
    }

    @Test
    void whatIsLentEndsWithTheGrantItRestsOn() {
        var lent = made(delegate(giver, receiver, "ORGANISATION_OFFICER", ward, 10));
        assertThat(offices.roles(receiver)).containsExactly("ORGANISATION_OFFICER DELEGATION");
        made(register.post(admin, "/grants/" + lent.body().path("sourceId").asString() + "/revocation"));
        assertThat(offices.roles(giver)).isEmpty();
        assertThat(offices.roles(receiver)).isEmpty();
    }

    @Test
    void whatAPostGaveAndWasLentEndsWithThePost() {
        String officer = register.account("ORGANISATION_OFFICER", ward);
        String member = register.member(branch).id();
        made(offices.link(admin, giver, member));
        var post = made(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of()));
        made(delegate(giver, receiver, "SECRETARY", branch, 10));
        assertThat(offices.roles(receiver)).containsExactly("SECRETARY DELEGATION");
        made(register.change(
                officer,
                "/members/" + member + "/posts/" + post.id() + "/end",
                1,
                Map.of("on", offices.today().toString())));
        assertThat(offices.roles(receiver)).isEmpty();
    }

    // ORG-91, ORG-92, ORG-90, ORG-80
    @Test
    void nobodyLendsMoreThanHeHasNorOnNorForever() {
        assertThat(delegate(giver, receiver, "COMMITTEE_OFFICER", ward, 10).rule())
                .isEqualTo("ORG-91");
        assertThat(delegate(giver, receiver, "ORGANISATION_OFFICER", ward, 91).rule())
                .isEqualTo("ORG-90");
        assertThat(delegate(giver, giver, "ORGANISATION_OFFICER", ward, 10).rule())
                .isEqualTo("ORG-80");
        assertThat(delegate(admin, receiver, "REGISTER_ADMINISTRATOR", ward, 10).rule())
                .isEqualTo("ORG-92");
        made(delegate(giver, receiver, "ORGANISATION_OFFICER", ward, 90));
        assertThat(delegate(receiver, offices.account(ward), "ORGANISATION_OFFICER", ward, 5)
                        .rule())
                .isEqualTo("ORG-92");
    }

    // ORG-44
    @Test
    void nothingIsLentToALockedAccount() {
        String id = offices.id(receiver);
        made(register.post(admin, "/accounts/" + id + "/lock"));
        assertThat(delegate(giver, id, "ORGANISATION_OFFICER", ward, 10).rule()).isEqualTo("ORG-44");
    }

    @Test
    void anotherWardIsNotThereToBeLent() {
        String other = register.ward();
        assertThat(delegate(giver, receiver, "ORGANISATION_OFFICER", other, 10).status())
                .isEqualTo(404);
        assertThat(delegate(giver, "khong-co-ai", "ORGANISATION_OFFICER", ward, 10)
                        .status())
                .isEqualTo(404);
        var lent = made(delegate(giver, receiver, "ORGANISATION_OFFICER", ward, 10));
        String stranger = register.account("REGISTER_ADMINISTRATOR", other);
        assertThat(register.post(stranger, "/grants/" + lent.id() + "/revocation")
                        .status())
                .isEqualTo(404);
        assertThat(register.get(stranger, "/delegations").body()).isEmpty();
    }

    private Answer delegate(String by, String account, String role, String unit, int days) {
        var body = new HashMap<String, Object>(Map.of("account", account, "role", role, "unitId", unit));
        body.put("validTo", offices.today().plusDays(days).toString());
        return register.post(by, "/delegations", body);
    }
}
