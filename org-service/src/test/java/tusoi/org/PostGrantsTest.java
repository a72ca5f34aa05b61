package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A post gives its roles to the holder's account, for as long as it is held. */
@OrgTest
class PostGrantsTest {
    @Autowired
    Register register;

    @Autowired
    Offices offices;

    String ward = "";
    String branch = "";
    String officer = "";
    String admin = "";
    String subject = "";
    String member = "";

    @BeforeEach
    void aMemberWithAnAccount() {
        ward = register.ward();
        branch = register.branch(ward);
        officer = register.account("ORGANISATION_OFFICER", ward);
        admin = register.account("REGISTER_ADMINISTRATOR", ward);
        subject = offices.account(ward);
        member = register.member(branch).id();
        made(offices.link(ADMIN, subject, member));
    }

    @Test
    void aPostGivesItsRolesAndTakesThemAlong() {
        assertThat(offices.roles(subject)).isEmpty();
        var post = made(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of()));
        assertThat(offices.roles(subject)).containsExactly("SECRETARY POST");
        assertThat(register.get(subject, "/members?unit=" + branch).status()).isEqualTo(200);
        made(register.change(
                officer,
                "/members/" + member + "/posts/" + post.id() + "/end",
                1,
                Map.of("on", offices.today().toString())));
        assertThat(offices.roles(subject)).isEmpty();
        assertThat(register.get(subject, "/members?unit=" + branch).status()).isEqualTo(404);
        assertThat(offices.announced(post.id())).containsExactly("org.grant-given.v1", "org.grant-revoked.v1");
    }

    @Test // ORG-89
    void anAccountLinkedBeforehandByAWardIsGivenNothingByAPostAboveTheWard() {
        String above =
                register.get(ADMIN, "/units/" + ward).body().path("parentId").asString();
        String superior = register.account("ORGANISATION_OFFICER", above);
        made(offices.post(superior, member, above, "SECRETARY", Map.of()));
        assertThat(offices.roles(subject)).isEmpty();
        made(offices.link(ADMIN, subject, null));
        made(offices.link(ADMIN, subject, member));
        assertThat(offices.roles(subject)).contains("SECRETARY POST");
    }

    @Test
    void withoutAModeAPostIsUnreadable() {
        var answer = register.post(
                officer,
                "/members/" + member + "/posts",
                Map.of("unitId", branch, "post", "BRANCH_SECRETARY", "validFrom", "2024-01-01"));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aPostEndsWithItsTermAndGivesNoLonger() {
        made(offices.post(
                officer,
                member,
                branch,
                "BRANCH_SECRETARY",
                Map.of("validFrom", "2021-01-01", "termFrom", "2021-01-01", "termTo", "2023-07-01")));
        assertThat(register.get(officer, "/members/" + member + "/posts")
                        .body()
                        .get(0)
                        .path("validTo")
                        .asString())
                .isEqualTo("2023-07-01");
        assertThat(offices.roles(subject)).isEmpty();
        String end = offices.today().plusDays(1).toString();
        made(offices.post(officer, member, ward, "INSPECTION_MEMBER", Map.of("validTo", end)));
        assertThat(register.get(subject, "/me")
                        .body()
                        .path("grants")
                        .get(0)
                        .path("validTo")
                        .asString())
                .isEqualTo(end);
    }

    // ORG-48
    @Test
    void aPostEndsWithItsUnitAtOnce() {
        String ended = register.branch(ward);
        var later = offices.today().plusDays(30).toString();
        var post = made(offices.post(officer, member, ended, "BRANCH_SECRETARY", Map.of()));
        var late = made(offices.post(officer, member, ended, "BRANCH_DEPUTY_SECRETARY", Map.of("validFrom", later)));
        var end = Map.of("decision", Register.decision("2025-07-01"));
        assertThat(register.change(officer, "/units/" + ended + "/end", 1, end).rule())
                .isEqualTo("ORG-48");
        made(register.change(
                officer,
                "/members/" + member + "/posts/" + late.id() + "/correction",
                1,
                Map.of("validFrom", "2024-02-01", "validTo", "2024-03-01")));
        assertThat(offices.roles(subject)).containsExactly("SECRETARY POST");
        made(register.change(officer, "/units/" + ended + "/end", 1, end));
        assertThat(offices.roles(subject)).isEmpty();
        assertThat(offices.announced(post.id())).containsExactly("org.grant-given.v1", "org.grant-revoked.v1");
    }

    @Test
    void aCorrectionIsFollowed() {
        var post = made(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of()));
        String path = "/members/" + member + "/posts/" + post.id() + "/correction";
        made(register.change(officer, path, 1, Map.of("validFrom", "2024-01-01", "validTo", "2024-06-01")));
        assertThat(offices.roles(subject)).isEmpty();
        made(register.change(officer, path, 2, Map.of("validFrom", "2024-01-01")));
        assertThat(offices.roles(subject)).containsExactly("SECRETARY POST");
        made(register.change(officer, path, 3, Map.of("validFrom", "2023-02-01")));
        var grants = register.get(subject, "/me").body().path("grants");
        assertThat(grants).hasSize(1);
        assertThat(grants.get(0).path("validFrom").asString()).isEqualTo("2023-02-01");
        assertThat(register.change(officer, path, 3, Map.of("validFrom", "2023-02-01"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void whatWasTakenByHandStaysTakenWhenThePostEndsElsewhen() {
        var post = made(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of()));
        var grants = register.get(admin, "/grants?unit=" + branch).body();
        assertThat(grants.get(0).path("sourceId").asString()).isEqualTo(post.id());
        assertThat(grants.get(0).path("givenBy").asString()).isEqualTo(offices.id(officer));
        made(register.post(admin, "/grants/" + grants.get(0).path("id").asString() + "/revocation"));
        assertThat(offices.roles(subject)).isEmpty();
        made(register.change(
                officer,
                "/members/" + member + "/posts/" + post.id() + "/correction",
                1,
                Map.of("validFrom", "2024-01-01", "validTo", "2090-01-01")));
        assertThat(offices.roles(subject)).isEmpty();
    }

    @Test
    void linkingAndUnlinkingAMemberGivesAndTakes() {
        made(offices.link(admin, subject, null));
        made(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of()));
        assertThat(offices.roles(subject)).isEmpty();
        made(offices.link(admin, subject, member));
        assertThat(offices.roles(subject)).containsExactly("SECRETARY POST");
        String second = offices.account(ward);
        assertThat(offices.link(admin, second, member).status()).isEqualTo(409);
        made(offices.link(admin, subject, null));
        assertThat(offices.roles(subject)).isEmpty();
        made(offices.link(admin, second, member));
        assertThat(offices.roles(second)).containsExactly("SECRETARY POST");
    }

    // ORG-89
    @Test
    void aWardsAdministratorLinksNobodyToAPostAboveTheWard() {
        made(offices.link(admin, subject, null));
        made(offices.post(ADMIN, member, "CT", "SECRETARY", Map.of()));
        assertThat(offices.link(admin, subject, member).rule()).isEqualTo("ORG-89");
        made(offices.link(ADMIN, subject, member));
        assertThat(offices.roles(subject)).containsExactly("COMMITTEE_OFFICER POST", "SECRETARY POST");
    }

    // ORG-80
    @Test
    void nobodyGivesRightsToHisOwnAccount() {
        String own = offices.id(admin);
        assertThat(offices.grant(admin, own, "COMMITTEE_OFFICER", ward).rule()).isEqualTo("ORG-80");
        made(offices.link(admin, subject, null));
        made(offices.link(ADMIN, officer, member));
        assertThat(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of())
                        .rule())
                .isEqualTo("ORG-80");
        made(offices.post(officer, member, branch, "NEIGHBOURHOOD_HEAD", Map.of("external", true)));
        assertThat(offices.roles(officer)).containsExactly("ORGANISATION_OFFICER ADMIN");
    }

    // ORG-80
    @Test
    void nobodyProlongsTheRightsOfHisOwnPost() {
        made(offices.link(admin, subject, null));
        var post = made(offices.post(
                officer,
                member,
                branch,
                "BRANCH_SECRETARY",
                Map.of("validTo", offices.today().plusDays(5).toString())));
        made(offices.link(ADMIN, officer, member));
        String path = "/members/" + member + "/posts/" + post.id() + "/correction";
        assertThat(register.change(officer, path, 1, Map.of("validFrom", "2024-01-01"))
                        .rule())
                .isEqualTo("ORG-80");
        made(register.change(
                officer,
                path,
                1,
                Map.of("validFrom", "2024-01-01", "validTo", offices.today().toString())));
        assertThat(offices.roles(officer)).containsExactly("ORGANISATION_OFFICER ADMIN");
    }

    @Test
    void anAccountHandedOverKeepsNothing() {
        var post = made(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of()));
        made(offices.grant(admin, offices.id(subject), "OBSERVER", ward));
        String successor = offices.account(ward);
        String handOver = "/accounts/" + offices.id(subject) + "/hand-over";
        made(register.post(admin, handOver, Map.of("successorId", offices.id(successor))));
        assertThat(offices.roles(subject)).isEmpty();
        assertThat(offices.roles(successor)).containsExactly("SECRETARY POST");
        made(register.change(
                officer,
                "/members/" + member + "/posts/" + post.id() + "/end",
                1,
                Map.of("on", offices.today().toString())));
        assertThat(offices.roles(successor)).as("with the post").isEmpty();
    }

    // ORG-96, ORG-80
    @Test
    void whatReachesFurtherThanTheAdministratorIsNotHandedOver() {
        made(offices.grant(ADMIN, offices.id(subject), "OBSERVER", "CT"));
        var successor = Map.of("successorId", offices.id(offices.account(ward)));
        String handOver = "/accounts/" + offices.id(subject) + "/hand-over";
        assertThat(register.post(admin, handOver, successor).rule()).isEqualTo("ORG-96");
        made(register.post(ADMIN, handOver, successor));
        assertThat(register.post(ADMIN, handOver, Map.of("successorId", offices.id(ADMIN)))
                        .rule())
                .isEqualTo("ORG-80");
    }

    @Test
    void anotherWardFindsNeitherAccountNorPost() {
        var post = made(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of()));
        String other = register.ward();
        String stranger = register.account("REGISTER_ADMINISTRATOR", other);
        assertThat(offices.link(stranger, subject, null).status()).isEqualTo(404);
        String own = offices.account(other);
        assertThat(offices.link(stranger, own, member).status()).isEqualTo(404);
        assertThat(register.post(
                                stranger,
                                "/accounts/" + offices.id(subject) + "/hand-over",
                                Map.of("successorId", offices.id(own)))
                        .status())
                .isEqualTo(404);
        assertThat(register.get(stranger, "/units/" + branch + "/committee").status())
                .isEqualTo(404);
        String path = "/members/" + member + "/posts/" + post.id();
        assertThat(register.change(stranger, path + "/correction", 1, Map.of("validFrom", "2024-01-01"))
                        .status())
                .isEqualTo(404);
        assertThat(register.change(stranger, path + "/end", 1, Map.of("on", "2024-02-01"))
                        .status())
                .isEqualTo(404);
    }

    // ORG-83, ORG-85, ORG-87
    @Test
    void whatAnAuthorityAnswersForIsWarnedOfAndKeptWithItsReason() {
        var asked = offices.post(officer, member, branch, "BRANCH_COMMITTEE_MEMBER", Map.of());
        assertThat(asked.status()).isEqualTo(422);
        assertThat(Offices.warnings(asked)).containsExactly("ORG-83");
        assertThat(asked.text()).contains("Điều lệ Đảng 2011, Điều 24");
        var reason = Map.of("ORG-83", "Cấp trên đồng ý");
        var held = made(offices.post(officer, member, branch, "BRANCH_COMMITTEE_MEMBER", Map.of("overrides", reason)));
        assertThat(held.body().path("warnings").get(0).path("reason").asString())
                .isEqualTo("Cấp trên đồng ý");
        var chair = offices.post(
                officer, member, ward, "INSPECTION_CHAIR", Map.of("mode", "APPOINTED", "appointedBy", branch));
        assertThat(Offices.warnings(chair)).containsExactlyInAnyOrder("ORG-85", "ORG-87");
        var committee = made(register.get(officer, "/units/" + branch + "/committee"));
        assertThat(committee.body().path("officialMembers").asInt()).isEqualTo(1);
        assertThat(committee.body().path("posts")).hasSize(1);
        assertThat(committee.body().path("findings").get(0).path("rule").asString())
                .isEqualTo("ORG-83");
        assertThat(committee.body().path("findings").get(0).path("citation").asString())
                .isNotBlank();
    }

    @Test
    void aHalfTermIsUnreadable() {
        assertThat(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of("termFrom", "2024-01-01"))
                        .status())
                .isEqualTo(400);
        assertThat(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of("decisionNumber", "x".repeat(101)))
                        .status())
                .isEqualTo(400);
        assertThat(offices.post(officer, member, branch, "BRANCH_SECRETARY", Map.of("validTo", "2024-01-01"))
                        .rule())
                .isEqualTo("ORG-23");
    }
}
