package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;
import static tusoi.org.Register.paper;
import static tusoi.org.Register.transferBody;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

/** Two wards, one member between them: until the receiving side accepts, home is where it was. */
@OrgTest
class TransfersTest {
    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    String branch = "";
    String otherBranch = "";
    String sender = "";
    String receiver = "";

    @BeforeEach
    void twoWards() {
        String ward = register.ward();
        branch = register.branch(ward);
        sender = register.account("ORGANISATION_OFFICER", ward);
        String other = register.ward();
        otherBranch = register.branch(other);
        receiver = register.account("ORGANISATION_OFFICER", other);
    }

    @Test
    void theReceivingSideAcceptsWhoTheSendingSideSends() {
        var member = register.member(branch);
        assertThat(register.get(receiver, "/members/" + member.id()).status()).isEqualTo(404);
        var asked = made(register.post(sender, "/transfers", transferBody(member.id(), otherBranch, "2024-09-03")));
        assertThat(asked.body().path("state").asString()).isEqualTo("REQUESTED");
        assertThat(asked.body().path("clocks")).hasSize(2);
        assertThat(asked.body().path("clocks").get(0).path("workingDaysAllowed").asInt())
                .isEqualTo(60);
        assertThat(asked.body().path("clocks").get(0).path("basis").path("mark").asString())
                .isEqualTo("SECONDARY");
        assertThat(asked.body()
                        .path("clocks")
                        .get(0)
                        .path("holidays")
                        .path("mark")
                        .asString())
                .as("how sure the calendar is")
                .isEqualTo("UNCONFIRMED");
        assertThat(count(branch, "2024-10-01")).isEqualTo(1);
        assertThat(register.get(receiver, "/transfers").body().path("items")).hasSize(1);

        var bySender = accept(sender, asked.id(), "2024-10-01", Map.of());
        assertThat(bySender.status()).as(bySender.text()).isEqualTo(403);
        var accepted = accept(receiver, asked.id(), "2024-10-01", Map.of());
        assertThat(accepted.body().path("state").asString()).as(accepted.text()).isEqualTo("ACCEPTED");
        assertThat(count(branch, "2024-09-30")).isEqualTo(1);
        assertThat(count(branch, "2024-10-01")).isZero();
        assertThat(count(otherBranch, "2024-10-01")).isEqualTo(1);
        assertThat(register.get(receiver, "/members/" + member.id()).body().path("slices"))
                .hasSize(2);
        assertThat(accept(receiver, asked.id(), "2024-10-01", Map.of()).status())
                .isEqualTo(412);
        var again = register.change(receiver, "/transfers/" + asked.id() + "/refusal", 2, closure("2024-10-02"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(events(asked.id())).containsExactly("org.transfer-requested.v1", "org.transfer-accepted.v1");
        assertThat(events(member.id())).endsWith("org.member-transferred.v1");
    }

    /** What a ward could not do where somebody's former home was another's. */
    @Test
    void theNewHomeGoesOnWithWhoCame() {
        var member = register.member(branch);
        register.transferred(member.id(), otherBranch, "2024-09-03");
        var exempt =
                register.change(receiver, "/members/" + member.id() + "/exemption", 2, Map.of("from", "2025-01-01"));
        assertThat(exempt.status()).as(exempt.text()).isEqualTo(200);
    }

    @Test
    void aThirdOneFindsNoTransfer() {
        var member = register.member(branch);
        var asked = made(register.post(sender, "/transfers", transferBody(member.id(), otherBranch, "2024-09-03")));
        String third = register.account("ORGANISATION_OFFICER", register.ward());
        assertThat(register.get(third, "/transfers/" + asked.id()).status()).isEqualTo(404);
        assertThat(register.get(third, "/transfers").body().path("items")).isEmpty();
        assertThat(register.get(third, "/transfers?unit=" + branch).status()).isEqualTo(404);
        assertThat(accept(third, asked.id(), "2024-10-01", Map.of()).status()).isEqualTo(404);
        assertThat(register.post(third, "/transfers", transferBody(member.id(), otherBranch, "2024-09-03"))
                        .status())
                .isEqualTo(404);
        assertThat(register.post(receiver, "/transfers", transferBody(member.id(), otherBranch, "2024-09-03"))
                        .status())
                .isIn(403, 404);
    }

    // ORG-59, ORG-60
    @Test
    void clocksThatHaveRunOutAreAnsweredFor() {
        var member = register.member(branch);
        var asked = made(register.post(sender, "/transfers", transferBody(member.id(), otherBranch, "2024-03-01")));
        var late = accept(receiver, asked.id(), "2024-09-03", Map.of());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("ORG-59").contains("ORG-60").contains("workingDaysAllowed");
        var answered = accept(
                receiver, asked.id(), "2024-09-03", Map.of("ORG-59", "Hồ sơ thất lạc", "ORG-60", "Hồ sơ thất lạc"));
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(loader.sql("select warnings::text from org.transfer where id = ?::uuid")
                        .param(asked.id())
                        .query(String.class)
                        .single())
                .contains("Hồ sơ thất lạc");
    }

    // ORG-62
    @Test
    void itIsRefusedWithdrawnOrLapsesAndTheMemberStays() {
        var member = register.member(branch);
        var first = made(register.post(sender, "/transfers", transferBody(member.id(), otherBranch, "2024-03-01")));
        var early = register.change(sender, "/transfers/" + first.id() + "/lapse", 1, Map.of("on", "2024-04-01"));
        assertThat(early.text()).contains("ORG-62");
        made(register.change(sender, "/transfers/" + first.id() + "/lapse", 1, Map.of("on", "2024-09-01")));
        var second = made(register.post(sender, "/transfers", transferBody(member.id(), otherBranch, "2024-09-03")));
        var backwards = register.change(receiver, "/transfers/" + second.id() + "/refusal", 1, closure("2024-09-02"));
        assertThat(backwards.text()).contains("ORG-62");
        made(register.change(receiver, "/transfers/" + second.id() + "/refusal", 1, closure("2024-09-04")));
        assertThat(register.get(receiver, "/members/" + member.id()).status()).isEqualTo(404);
        var third = made(register.post(sender, "/transfers", transferBody(member.id(), otherBranch, "2024-09-05")));
        made(register.change(sender, "/transfers/" + third.id() + "/withdrawal", 1, closure("2024-09-06")));
        assertThat(count(branch, "2025-01-01")).isEqualTo(1);
        assertThat(events(second.id())).containsExactly("org.transfer-requested.v1", "org.transfer-refused.v1");
    }

    // ORG-61
    @Test
    void oneTransferIsOpenAtATime() {
        var member = register.member(branch);
        made(register.post(sender, "/transfers", transferBody(member.id(), otherBranch, "2024-09-03")));
        var twice = register.post(sender, "/transfers", transferBody(member.id(), otherBranch, "2024-09-04"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.rule()).isEqualTo("ORG-61");
        var home = register.post(
                sender, "/transfers", transferBody(register.member(branch).id(), branch, "2024-09-04"));
        assertThat(home.rule()).isEqualTo("ORG-15");
    }

    // ORG-58
    @Test
    void nobodyIsTransferredWhileACaseIsOpen() {
        var member = register.member(branch);
        var asked = made(register.post(sender, "/transfers", transferBody(member.id(), otherBranch, "2024-09-03")));
        UUID openCase = UUID.randomUUID();
        loader.sql("insert into org.open_matter values (?, 1, 'CASE', ?::uuid, ?::uuid, 'VERIFYING', true)")
                .params(openCase, member.id(), branch)
                .update();
        assertThat(accept(receiver, asked.id(), "2024-10-01", Map.of()).rule()).isEqualTo("ORG-58");
        assertThat(register.post(sender, "/transfers/outside/departures", departure(member.id()))
                        .rule())
                .isEqualTo("ORG-58");
        loader.sql("update org.open_matter set open = false where case_id = ?")
                .param(openCase)
                .update();
        made(accept(receiver, asked.id(), "2024-10-01", Map.of()));
    }

    // ORG-64
    @Test
    void somebodyGoesOutOfTheRegisterAndComesBack() {
        var member = register.member(branch);
        var out = made(register.post(sender, "/transfers/outside/departures", departure(member.id())));
        assertThat(out.body().path("outside").asString()).isEqualTo("Đảng bộ tỉnh Mẫu");
        assertThat(count(branch, "2024-09-03")).isZero();
        var back = Map.of(
                "memberId",
                member.id(),
                "unitId",
                branch,
                "organisation",
                "Đảng bộ tỉnh Mẫu",
                "on",
                "2025-03-01",
                "decision",
                paper("2025-02-01"));
        made(register.post(sender, "/transfers/outside/returns", back));
        assertThat(count(branch, "2025-03-01")).isEqualTo(1);
        assertThat(register.post(sender, "/transfers/outside/returns", back).rule())
                .isEqualTo("ORG-64");
        var newcomer = new HashMap<String, Object>(Map.of(
                "unitId",
                branch,
                "organisation",
                "Đảng bộ tỉnh Mẫu",
                "fullName",
                "Lê Thị Thử",
                "birthDate",
                "1985-01-01",
                "gender",
                "FEMALE",
                "personIdentifier",
                Register.identifier(),
                "on",
                "2024-05-01"));
        newcomer.putAll(Map.of(
                "admittedOn",
                "2010-02-03",
                "recognisedOn",
                "2011-02-03",
                "state",
                "OFFICIAL",
                "decision",
                paper("2024-04-01")));
        made(register.post(sender, "/transfers/outside/arrivals", newcomer));
        assertThat(count(branch, "2024-05-01")).isEqualTo(2);
        assertThat(register.post(receiver, "/transfers/outside/arrivals", newcomer)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void manyAreSentAndTakenInAtOnce() {
        var first = register.member(branch);
        var second = register.member(branch);
        var asked = made(register.post(
                sender,
                "/transfers/bulk/requests",
                Map.of(
                        "items",
                        List.of(
                                transferBody(first.id(), otherBranch, "2024-09-03"),
                                transferBody(second.id(), otherBranch, "2024-09-03"),
                                transferBody(second.id(), otherBranch, "2024-09-03")))));
        assertThat(asked.body().path("items").valueStream().map(item -> item.path("status")
                        .asInt()))
                .as(asked.text())
                .containsExactly(200, 200, 422);
        var accepted = made(register.post(
                receiver,
                "/transfers/bulk/acceptances",
                Map.of(
                        "items",
                        asked.body()
                                .path("items")
                                .valueStream()
                                .limit(2)
                                .map(item -> Map.of(
                                        "transferId",
                                        item.path("body").path("id").asString(),
                                        "on",
                                        "2024-09-10"))
                                .toList())));
        assertThat(accepted.body().path("items").valueStream().map(item -> item.path("status")
                        .asInt()))
                .as(accepted.text())
                .containsExactly(200, 200);
        assertThat(count(otherBranch, "2024-09-10")).isEqualTo(2);
    }

    @Test
    void whatIsToldFitsItsSchema() {
        register.transferred(register.member(branch).id(), otherBranch, "2024-09-03");
        record Event(String type, String data) {}
        assertThat(loader.sql("""
                                select type, convert_from(data, 'UTF8') as data from platform.outbox
                                where type like 'org.transfer-%'
                                """).query(Event.class).list()).isNotEmpty().allSatisfy(event -> assertThat(
                        Contracts.misfits(event.type(), event.data()))
                .isEmpty());
    }

    private Register.Answer accept(String who, String transfer, String on, Map<String, String> overrides) {
        return register.change(
                who, "/transfers/" + transfer + "/acceptance", 1, Map.of("on", on, "overrides", overrides));
    }

    private static Map<String, Object> departure(String member) {
        return Map.of(
                "memberId",
                member,
                "organisation",
                "Đảng bộ tỉnh Mẫu",
                "on",
                "2024-09-03",
                "decision",
                paper("2024-09-01"));
    }

    private static Map<String, Object> closure(String on) {
        return Map.of("on", on, "reason", "Sai hồ sơ");
    }

    private int count(String unit, String asOf) {
        return register.get(ADMIN, "/members?unit=" + unit + "&asOf=" + asOf)
                .body()
                .path("items")
                .size();
    }

    private List<String> events(String aggregate) {
        return loader.sql("select type from platform.outbox where aggregate_id = ?::uuid order by version")
                .param(aggregate)
                .query(String.class)
                .list();
    }
}
