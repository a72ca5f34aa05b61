package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;
import static tusoi.org.Register.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

/** What was entered wrongly, who was entered twice, and what else stands in a file. */
@OrgTest
class PeopleTest {
    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String officer = "";
    String stranger = "";

    @BeforeEach
    void aWard() {
        ward = register.ward();
        branch = register.branch(ward);
        officer = register.account("ORGANISATION_OFFICER", ward);
        stranger = register.account("ORGANISATION_OFFICER", register.ward());
    }

    // ORG-65
    @Test
    void aNameAndABirthDayAreCorrectedAndWhatWasHeldStays() {
        var member = register.member(branch);
        String path = "/members/" + member.id();
        String then = now();
        var right =
                Map.of("reason", "Nhập sai", "person", Map.of("fullName", "Trần Thị Đúng", "birthDate", "1981-05-19"));
        assertThat(register.change(stranger, path + "/corrections", 1, right).status())
                .isEqualTo(404);
        var corrected = register.change(officer, path + "/corrections", 1, right);
        assertThat(corrected.body().path("fullName").asString())
                .as(corrected.text())
                .isEqualTo("Trần Thị Đúng");
        assertThat(corrected.version()).isEqualTo(2);
        var before = register.get(officer, path + "?knownAt=" + then).body();
        assertThat(before.path("fullName").asString()).isEqualTo("Trần Thị Ví Dụ");
        assertThat(before.path("birthDate").asString()).isEqualTo("1980-05-19");
        assertThat(before.path("version").asInt()).isEqualTo(1);
        assertThat(register.get(officer, "/members?q=dung&unit=" + branch)
                        .body()
                        .path("items"))
                .hasSize(1);
        var told = register.get(officer, path + "/corrections").body();
        assertThat(told.get(0).path("reason").asString()).isEqualTo("Nhập sai");
        assertThat(register.get(stranger, path + "/corrections").status()).isEqualTo(404);
        var unborn = register.change(
                officer, path + "/corrections", 2, Map.of("reason", "x", "person", Map.of("birthDate", "2001-02-03")));
        assertThat(unborn.rule()).isEqualTo("ORG-65");
        var two = register.change(
                officer,
                path + "/corrections",
                2,
                Map.of("reason", "x", "person", Map.of("gender", "MALE"), "takeBackLast", true));
        assertThat(two.status()).isEqualTo(400);
    }

    // ORG-11
    @Test
    void anIdentifierIsNotTakenFromAnother() {
        var first = Register.memberBody(branch);
        made(register.post(ADMIN, "/members", first));
        var second = register.member(branch);
        var taken = register.change(
                officer,
                "/members/" + second.id() + "/corrections",
                1,
                Map.of("reason", "Nhập sai", "person", Map.of("personIdentifier", first.get("personIdentifier"))));
        assertThat(taken.status()).as(taken.text()).isEqualTo(409);
        assertThat(register.get(officer, "/members/" + second.id()).version()).isEqualTo(1);
    }

    // ORG-65
    @Test
    void daysAndMovementsAreCorrected() {
        var member = register.member(branch);
        String path = "/members/" + member.id();
        String then = now();
        var days = register.change(
                officer,
                path + "/corrections",
                1,
                Map.of("reason", "Sai ngày", "days", Map.of("admittedOn", "2001-03-03", "recognisedOn", "2002-03-03")));
        assertThat(days.body().path("admittedOn").asString()).as(days.text()).isEqualTo("2001-03-03");
        assertThat(register.get(officer, path + "?knownAt=" + then)
                        .body()
                        .path("admittedOn")
                        .asString())
                .isEqualTo("2001-02-03");
        String other = register.branch(ward);
        register.transferred(member.id(), other, "2024-03-01");
        var moved = register.change(
                officer,
                path + "/corrections",
                3,
                Map.of("reason", "Sai ngày", "movement", Map.of("place", 1, "on", "2024-02-01")));
        assertThat(moved.body().path("slices").get(1).path("validFrom").asString())
                .as(moved.text())
                .isEqualTo("2024-02-01");
        var back = register.change(
                officer, path + "/corrections", 4, Map.of("reason", "Không chuyển", "takeBackLast", true));
        assertThat(back.body().path("slices")).as(back.text()).hasSize(1);
        var no = register.change(
                officer, path + "/corrections", 5, Map.of("reason", "Không chuyển", "takeBackLast", true));
        assertThat(no.rule()).isEqualTo("ORG-65");
        assertThat(loader.sql("""
                                select convert_from(data, 'UTF8') from platform.outbox
                                where aggregate_id = ?::uuid and type = 'org.member-corrected.v1'
                                """).param(member.id()).query(String.class).list())
                .hasSize(3)
                .allSatisfy(data -> assertThat(Contracts.misfits("org.member-corrected.v1", data))
                        .isEmpty());
    }

    // ORG-67
    @Test
    void whoWasEnteredTwiceCountsOnce() {
        String other = register.branch(ward);
        var early = named("Lê Thị Trùng", branch, "2012-05-19");
        var late = named("LÊ THỊ TRÙNG", other, "2015-01-01");
        var pairs = register.get(officer, "/members/duplicates?unit=" + ward).body();
        assertThat(pairs).as(pairs.toString()).hasSize(1);
        assertThat(register.get(stranger, "/members/duplicates").body()).isEmpty();
        String then = now();
        var body = Map.of("duplicateId", early.id(), "reason", "Một người");
        assertThat(register.change(stranger, "/members/" + late.id() + "/merge", 1, body)
                        .status())
                .isEqualTo(404);
        var joined = register.change(officer, "/members/" + late.id() + "/merge", 1, body);
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(joined.body().path("slices")).hasSize(2);
        assertThat(joined.body().path("movements").get(1).path("kind").asString())
                .isEqualTo("TRANSFERRED");
        assertThat(register.get(officer, "/members/" + early.id()).status()).isEqualTo(404);
        assertThat(register.get(officer, "/members/" + early.id() + "?knownAt=" + then)
                        .status())
                .isEqualTo(200);
        assertThat(register.get(officer, "/members?unit=" + ward).body().path("items"))
                .hasSize(1);
        assertThat(register.get(officer, "/members/duplicates?unit=" + ward).body())
                .isEmpty();
        var balance = register.get(officer, "/members/balance?unit=" + ward + "&from=2012-01-01&to=2024-12-31")
                .body();
        assertThat(balance.path("closing").asInt()).isEqualTo(1);
        assertThat(balance.path("difference").asInt()).isZero();
        assertThat(register.change(officer, "/members/" + early.id() + "/death", 2, Map.of("on", "2024-01-01"))
                        .status())
                .isEqualTo(404);
        String event = loader.sql("""
                        select convert_from(data, 'UTF8') from platform.outbox
                        where aggregate_id = ?::uuid and type = 'org.member-merged.v1'
                        """).param(early.id()).query(String.class).single();
        assertThat(Contracts.misfits("org.member-merged.v1", event)).isEmpty();
        assertThat(event).contains(late.id());
    }

    // ORG-66
    @Test
    void onlyOfficialMembersHoldACard() {
        var member = register.member(branch);
        String path = "/members/" + member.id();
        String number = "67.%06d".formatted(Math.floorMod(member.id().hashCode(), 1_000_000));
        assertThat(register.post(officer, path + "/cards", Map.of("number", "67000001", "issuedOn", "2024-01-01"))
                        .status())
                .isEqualTo(400);
        assertThat(register.post(officer, path + "/cards", Map.of("number", number, "issuedOn", "2011-01-01"))
                        .rule())
                .isEqualTo("ORG-66");
        made(register.post(officer, path + "/cards", Map.of("number", number, "issuedOn", "2024-01-01")));
        assertThat(register.post(officer, path + "/cards", Map.of("number", "67.999999", "issuedOn", "2024-02-01"))
                        .rule())
                .isEqualTo("ORG-66");
        var second = register.member(branch);
        assertThat(register.post(
                                officer,
                                "/members/" + second.id() + "/cards",
                                Map.of("number", number, "issuedOn", "2024-01-01"))
                        .status())
                .isEqualTo(409);
        made(register.post(officer, path + "/cards/withdrawal", Map.of("on", "2025-08-08", "reason", "Đổi thẻ")));
        made(register.post(
                officer, path + "/cards", Map.of("number", "68" + number.substring(2), "issuedOn", "2025-08-08")));
        assertThat(register.get(officer, path + "/dossier").body().path("cards"))
                .hasSize(2);
    }

    // ORG-70
    @Test
    void theDossierTellsPartyAgeQualificationsAndPlanning() {
        var member = register.member(branch);
        String path = "/members/" + member.id();
        made(register.post(
                officer,
                path + "/qualifications",
                Map.of("kind", "POLITICAL_THEORY", "level", "INTERMEDIATE", "obtainedOn", "2015-06-01")));
        made(register.post(officer, path + "/cadre-planning", Map.of("post", "Bí thư chi bộ", "from", "2023-01-01")));
        var dossier = register.get(officer, path + "/dossier?on=2024-03-03").body();
        assertThat(dossier.path("partyAge").path("years").asInt()).isEqualTo(23);
        assertThat(dossier.path("partyAge").path("months").asInt()).isEqualTo(1);
        assertThat(dossier.path("cadrePlanned").asBoolean()).isTrue();
        assertThat(dossier.path("qualifications")).hasSize(1);
        String plan = dossier.path("cadrePlanning").get(0).path("id").asString();
        made(register.post(officer, path + "/cadre-planning/" + plan + "/end", Map.of("on", "2024-01-01")));
        assertThat(register.get(officer, path + "/dossier?on=2024-03-03")
                        .body()
                        .path("cadrePlanned")
                        .asBoolean())
                .isFalse();
        assertThat(register.get(stranger, path + "/dossier").status()).isEqualTo(404);
        assertThat(register.post(stranger, path + "/qualifications", Map.of("kind", "IT", "level", "BASIC"))
                        .status())
                .isEqualTo(404);
    }

    // ORG-56, ORG-57
    @Test
    void aGuestIsNotCountedAtTheHost() {
        String otherWard = register.ward();
        String host = register.branch(otherWard);
        String hosting = register.account("ORGANISATION_OFFICER", otherWard);
        var member = register.member(branch);
        String path = "/members/" + member.id() + "/temporary-activities";
        var stay = new HashMap<String, Object>(Map.of(
                "hostUnitId",
                host,
                "purpose",
                "WORK",
                "from",
                "2024-01-01",
                "to",
                "2024-03-01",
                "decision",
                paper("2023-12-20")));
        var tooShort = register.post(officer, path, stay);
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.text()).contains("ORG-56");
        stay.put("to", "2024-07-01");
        var begun = made(register.post(officer, path, stay));
        assertThat(register.post(officer, path, stay).rule()).isEqualTo("ORG-57");
        var home = new HashMap<>(stay);
        home.putAll(Map.of("hostUnitId", branch, "from", "2024-08-01", "to", "2025-01-01"));
        assertThat(register.post(officer, path, home).rule()).isEqualTo("ORG-57");
        var guests = register.get(hosting, "/members/guests?unit=" + otherWard + "&asOf=2024-02-01")
                .body();
        assertThat(guests).hasSize(1);
        assertThat(guests.get(0).path("memberId").asString()).isEqualTo(member.id());
        assertThat(register.get(hosting, "/members?unit=" + otherWard + "&asOf=2024-02-01")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(register.get(hosting, "/members/" + member.id()).status()).isEqualTo(404);
        assertThat(register.get(stranger, "/members/guests?unit=" + otherWard).status())
                .isEqualTo(404);
        assertThat(register.get(stranger, path).status()).isEqualTo(404);
        var ended = register.change(
                officer,
                "/temporary-activities/" + begun.id() + "/end",
                1,
                Map.of("on", "2024-05-01", "decision", paper("2024-05-01")));
        assertThat(ended.body().path("validTo").asString()).as(ended.text()).isEqualTo("2024-05-01");
        assertThat(register.change(
                                stranger,
                                "/temporary-activities/" + begun.id() + "/end",
                                2,
                                Map.of("on", "2024-04-01", "decision", paper("2024-04-01")))
                        .status())
                .isEqualTo(404);
        assertThat(types(begun.id())).containsExactly("org.activity-begun.v1", "org.activity-ended.v1");
    }

    // ORG-50, ORG-51, ORG-53
    @Test
    void aProspectIsIntroducedAndAdmitted() {
        var prospect = made(register.post(
                officer,
                "/prospects",
                Map.of(
                        "unitId",
                        branch,
                        "fullName",
                        "Võ Thị Mới",
                        "birthDate",
                        "2000-01-01",
                        "gender",
                        "FEMALE",
                        "personIdentifier",
                        Register.identifier(),
                        "since",
                        "2022-01-01")));
        String id = prospect.body().path("prospect").path("id").asString();
        var first = register.member(branch);
        made(register.change(
                officer,
                "/prospects/" + id + "/introducers",
                1,
                Map.of("memberId", first.id(), "knownSince", "2023-06-01")));
        var admission = new HashMap<String, Object>(Map.of(
                "admittedOn",
                "2024-02-03",
                "decision",
                paper("2024-01-30"),
                "ballot",
                Map.of("officialMembers", 9, "inFavour", 5)));
        var warned = register.change(officer, "/prospects/" + id + "/admission", 2, admission);
        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.text()).contains("ORG-50").contains("ORG-51").contains("ORG-53");
        assertThat(register.change(stranger, "/prospects/" + id + "/admission", 2, admission)
                        .status())
                .isEqualTo(404);
        assertThat(register.get(stranger, "/prospects/" + id).status()).isEqualTo(404);
        assertThat(register.get(stranger, "/prospects").body().path("items")).isEmpty();
        var second = register.member(branch);
        made(register.change(
                officer,
                "/prospects/" + id + "/introducers",
                2,
                Map.of("memberId", second.id(), "knownSince", "2020-06-01")));
        admission.put("overrides", Map.of("ORG-50", "Đảng ủy đồng ý", "ORG-53", "Đảng ủy đồng ý"));
        var admitted = register.change(officer, "/prospects/" + id + "/admission", 3, admission);
        assertThat(admitted.status()).as(admitted.text()).isEqualTo(201);
        assertThat(admitted.body().path("slices").get(0).path("state").asString())
                .isEqualTo("PROBATIONARY");
        assertThat(register.get(officer, "/prospects/" + id)
                        .body()
                        .path("prospect")
                        .path("state")
                        .asString())
                .isEqualTo("ADMITTED");
        assertThat(register.change(
                                officer, "/prospects/" + id + "/closure", 4, Map.of("on", "2024-03-01", "reason", "x"))
                        .status())
                .isEqualTo(409);
        assertThat(types(id))
                .containsExactly(
                        "org.prospect-opened.v1",
                        "org.prospect-introduced.v1",
                        "org.prospect-introduced.v1",
                        "org.prospect-admitted.v1");
        var many = made(register.post(
                officer,
                "/members/bulk/recognitions",
                Map.of(
                        "items",
                        List.of(
                                Map.of("memberId", admitted.id(), "decidedOn", "2025-02-10"),
                                Map.of("memberId", admitted.id(), "decidedOn", "2025-02-10")))));
        assertThat(many.body().path("items").valueStream().map(item -> item.path("status")
                        .asInt()))
                .as(many.text())
                .containsExactly(200, 422);
        assertThat(loader.sql("""
                                select type || ' ' || convert_from(data, 'UTF8') from platform.outbox
                                where type like 'org.prospect-%' or type like 'org.activity-%'
                                """).query(String.class).list()).isNotEmpty().allSatisfy(line -> assertThat(
                        Contracts.misfits(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)))
                .isEmpty());
    }

    // ORG-55
    @Test
    void aSuspensionIsAnOverlay() {
        var member = register.member(branch);
        String path = "/members/" + member.id() + "/suspension";
        var body = new HashMap<String, Object>(Map.of("from", "2024-01-01", "decision", paper("2024-01-01")));
        var endless = register.change(officer, path, 1, body);
        assertThat(endless.status()).isEqualTo(422);
        assertThat(endless.text()).contains("ORG-55");
        body.put("to", "2024-03-01");
        var suspended = register.change(officer, path, 1, body);
        assertThat(suspended.body().path("slices")).as(suspended.text()).hasSize(3);
        assertThat(suspended.body().path("slices").get(1).path("suspended").asBoolean())
                .isTrue();
        assertThat(types(member.id())).endsWith("org.member-suspended.v1");
        assertThat(register.change(stranger, path, 2, body).status()).isEqualTo(404);
    }

    private Register.Answer named(String name, String unit, String since) {
        var body = new HashMap<>(Register.memberBody(unit));
        body.putAll(Map.of("fullName", name, "memberSince", since));
        return made(register.post(ADMIN, "/members", body));
    }

    private String now() {
        return loader.sql("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
    }

    private List<String> types(String aggregate) {
        return loader.sql("select type from platform.outbox where aggregate_id = ?::uuid order by version")
                .param(aggregate)
                .query(String.class)
                .list();
    }
}
