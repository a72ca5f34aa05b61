package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What rests on something that is gone ends by itself. */
@OrgTest
class UpkeepTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Register register;

    @Autowired
    Offices offices;

    String ward = "";
    String branch = "";
    String giver = "";
    String receiver = "";

    @BeforeEach
    void twoAccounts() {
        ward = register.ward();
        branch = register.branch(ward);
        giver = offices.account(ward);
        receiver = offices.account(ward);
    }

    @Test
    void aPostEndsWithTheMembershipAndSoDoesWhatItGave() {
        String member = register.member(branch).id();
        made(offices.link(ADMIN, giver, member));
        var post = made(offices.post(ADMIN, member, branch, "BRANCH_SECRETARY", Map.of()));
        made(offices.post(ADMIN, member, branch, "NEIGHBOURHOOD_HEAD", Map.of("external", true)));
        assertThat(offices.roles(giver)).containsExactly("SECRETARY POST");
        made(register.change(ADMIN, "/members/" + member + "/death", 1, Map.of("on", "2025-03-04")));
        await().atMost(SOON).until(() -> offices.roles(giver).isEmpty());
        var posts = made(register.get(ADMIN, "/members/" + member + "/posts")).body();
        assertThat(posts).hasSize(2).anySatisfy(ended -> {
            assertThat(ended.path("id").asString()).isEqualTo(post.id());
            assertThat(ended.path("validTo").asString()).isEqualTo("2025-03-04");
        });
        assertThat(offices.announced(post.id())).containsExactly("org.grant-given.v1", "org.grant-revoked.v1");
    }

    @Test
    void aPostEndsWithItsUnit() {
        String member = register.member(branch).id();
        String ended = register.branch(ward);
        made(offices.link(ADMIN, giver, member));
        made(offices.post(ADMIN, member, ended, "BRANCH_SECRETARY", Map.of()));
        assertThat(offices.roles(giver)).containsExactly("SECRETARY POST");
        made(register.change(
                ADMIN, "/units/" + ended + "/end", 1, Map.of("decision", Register.decision("2025-07-01"))));
        await().atMost(SOON).until(() -> offices.roles(giver).isEmpty());
        assertThat(register.get(ADMIN, "/members/" + member + "/posts")
                        .body()
                        .get(0)
                        .path("validTo")
                        .asString())
                .isEqualTo("2025-07-01");
    }

    @Test
    void whatWasLentEndsWhenTheGiverIsLocked() {
        made(offices.grant(ADMIN, offices.id(giver), "ORGANISATION_OFFICER", ward));
        lend(ward);
        made(register.post(ADMIN, "/accounts/" + offices.id(giver) + "/lock"));
        await().atMost(SOON).until(() -> offices.roles(receiver).isEmpty());
    }

    @Test
    void whatWasLentEndsWhenTheUnitIsTheGiversNoMore() {
        made(offices.grant(ADMIN, offices.id(giver), "ORGANISATION_OFFICER", ward));
        lend(branch);
        made(register.change(
                ADMIN,
                "/units/" + branch + "/re-parent",
                1,
                Map.of("parentId", register.ward(), "decision", Register.decision("2024-01-01"))));
        await().atMost(SOON).until(() -> offices.roles(receiver).isEmpty());
    }

    private void lend(String unit) {
        String until = offices.today().plusDays(10).toString();
        made(register.post(
                giver,
                "/delegations",
                Map.of("account", receiver, "role", "ORGANISATION_OFFICER", "unitId", unit, "validTo", until)));
        assertThat(offices.roles(receiver)).containsExactly("ORGANISATION_OFFICER DELEGATION");
    }
}
