package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

@OrgTest
class MembersTest {
    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";

    @BeforeEach
    void aWardWithABranch() {
        ward = register.ward();
        branch = register.branch(ward);
    }

    @Test
    void aMemberIsAdmittedRecognisedTransferredAndExempted() {
        var admitted = admit("2000-01-01", Map.of());
        assertThat(admitted.status()).as(admitted.text()).isEqualTo(201);
        String member = "/members/" + admitted.id();
        var early = register.change(ADMIN, member + "/recognition", 1, Map.of("decidedOn", "2024-02-02"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("ORG-14");
        var recognised = register.change(
                ADMIN,
                member + "/recognition",
                1,
                Map.of("decidedOn", "2024-05-05", "overrides", Map.of("ORG-52", "Chi bộ hợp muộn")));
        assertThat(recognised.body().path("recognisedOn").asString())
                .as(recognised.text())
                .isEqualTo("2024-02-03");

        String other = register.branch(ward);
        var stale = register.change(ADMIN, member + "/exemption", 1, Map.of("from", "2025-01-01"));
        assertThat(stale.status()).isEqualTo(412);
        register.transferred(admitted.id(), other, "2024-09-01");
        var moved = register.get(ADMIN, member);
        assertThat(moved.body().path("slices")).as(moved.text()).hasSize(3);
        var exempt = register.change(ADMIN, member + "/exemption", 3, Map.of("from", "2025-01-01"));
        assertThat(exempt.body().path("slices").get(3).path("exempt").asBoolean())
                .as(exempt.text())
                .isTrue();
        var died = register.change(ADMIN, member + "/death", 4, Map.of("on", "2025-06-01"));
        assertThat(died.version()).isEqualTo(5);

        assertThat(eventTypes(admitted.id()))
                .containsExactly(
                        "org.member-admitted.v1",
                        "org.member-recognised.v1",
                        "org.member-transferred.v1",
                        "org.member-exempted.v1",
                        "org.member-left.v1");
        assertThat(countIn(other, "2025-05-31")).isEqualTo(1);
        assertThat(countIn(other, "2025-06-01")).isZero();
        assertThat(countIn(branch, "2024-08-31")).isEqualTo(1);
        assertThat(countIn(branch, "2024-09-01")).isZero();
    }

    @Test
    void anAdmissionBeyondTheAgeIsAnsweredForWithAReason() {
        var warned = admit("1950-01-01", Map.of());
        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.text()).contains("warnings-unanswered").contains("ORG-13");
        assertThat(admit("1950-01-01", Map.of("ORG-13", "Thành ủy đồng ý")).status())
                .isEqualTo(201);
    }

    @Test
    void aPersonIsEnteredOnceWhereverItBe() {
        var body = new HashMap<>(Register.memberBody(branch));
        made(register.post(ADMIN, "/members", body));
        body.put("unitId", register.branch(register.ward()));
        assertThat(register.post(ADMIN, "/members", body).status()).isEqualTo(409);
    }

    @Test
    void theIdentifierIsUnreadableAtRest() {
        var body = Register.memberBody(branch);
        var member = made(register.post(ADMIN, "/members", body));
        String row = loader.sql("""
                        select p::text from org.person p join org.member m on m.person_id = p.id where m.id = ?::uuid
                        """).param(member.id()).query(String.class).single();
        assertThat(row).contains("Trần Thị Ví Dụ").doesNotContain((String) body.get("personIdentifier"));
        assertThat(member.text()).doesNotContain((String) body.get("personIdentifier"));
    }

    @Test
    void membersAreFoundByPartOfANameWithoutDiacriticsAndSortedByGivenName() {
        for (String name : List.of("Đặng Văn Ánh", "Trần Thị Bình", "Nguyễn An", "Lê Hoàng Bình An")) {
            var body = new HashMap<>(Register.memberBody(branch));
            body.put("fullName", name);
            made(register.post(ADMIN, "/members", body));
        }
        assertThat(names("/members?unit=" + ward))
                .containsExactly("Lê Hoàng Bình An", "Nguyễn An", "Đặng Văn Ánh", "Trần Thị Bình");
        assertThat(names("/members?unit=" + ward + "&q=dang%20anh")).containsExactly("Đặng Văn Ánh");
        assertThat(names("/members?unit=" + ward + "&q=b%C3%ACnh")).hasSize(2);
        assertThat(names("/members?unit=" + ward + "&q=%25")).isEmpty();
        var first = register.get(ADMIN, "/members?size=3&unit=" + ward);
        assertThat(names("/members?size=3&unit=" + ward + "&after="
                        + first.body().path("next").asString()))
                .containsExactly("Trần Thị Bình");
        assertThat(register.get(ADMIN, "/members?after=nonsense").status()).isEqualTo(400);
    }

    @Test
    void membersAreExportedForSpreadsheets() {
        var body = new HashMap<>(Register.memberBody(branch));
        body.put("fullName", "=SUM(1) Thị, Dụ");
        made(register.post(ADMIN, "/members", body));
        var export = register.get(ADMIN, "/members/export?unit=" + ward);
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.http().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv");
        assertThat(export.text().lines().toList()).hasSize(2);
        assertThat(export.text()).contains("\"'=SUM(1) Thị, Dụ\"").doesNotContain((String)
                body.get("personIdentifier"));
    }

    @Test
    void badInputIsToldByItsPlace() {
        for (var bad : Map.of(
                        "personIdentifier", "123",
                        "gender", "X",
                        "birthDate", "1980-02-30",
                        "fullName", "",
                        "state", "CHIEF",
                        "memberSince", "soon")
                .entrySet()) {
            var body = new HashMap<>(Register.memberBody(branch));
            body.put(bad.getKey(), bad.getValue());
            var answer = register.post(ADMIN, "/members", body);
            assertThat(answer.status()).as(bad.getKey() + " " + answer.text()).isEqualTo(400);
        }
        var toWard = new HashMap<>(Register.memberBody(ward));
        var refused = register.post(ADMIN, "/members", toWard);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("ORG-12");
        assertThat(register.post(
                                ADMIN,
                                "/members/" + register.member(branch).id() + "/death",
                                Map.of("on", "2024-01-01"))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void postsAreHeldSeveralAtOnce() {
        var member = register.member(branch);
        String posts = "/members/" + member.id() + "/posts";
        var secretary = made(register.post(ADMIN, posts, post("BRANCH_SECRETARY", false)));
        made(register.post(ADMIN, posts, post("NEIGHBOURHOOD_HEAD", true)));
        assertThat(register.post(ADMIN, posts, post("BRANCH_SECRETARY", false)).text())
                .contains("ORG-22");
        var left = register.change(ADMIN, posts + "/" + secretary.id() + "/end", 1, Map.of("on", "2024-01-01"));
        assertThat(left.body().path("validTo").asString()).as(left.text()).isEqualTo("2024-01-01");
        assertThat(register.get(ADMIN, posts).body()).hasSize(2);
        assertThat(eventTypes(secretary.id())).containsExactly("org.post-held.v1", "org.post-left.v1");
    }

    /** Whatever this class made: each event fits its schema. */
    @Test
    void whatLeavesTheServiceFitsItsSchema() {
        register.member(branch);
        record Event(String type, String data) {}
        var events = loader.sql("select type, convert_from(data, 'UTF8') as data from platform.outbox")
                .query(Event.class)
                .list();
        assertThat(events).isNotEmpty().allSatisfy(event -> assertThat(Contracts.misfits(event.type(), event.data()))
                .as(event.type())
                .isEmpty());
    }

    @Test
    void readingAPersonalFileLeavesATrace() {
        var member = register.member(branch);
        int before = reads(member.id());
        register.get(ADMIN, "/members/" + member.id());
        assertThat(reads(member.id())).isEqualTo(before + 1);
    }

    private int reads(String member) {
        return loader.sql(
                        "select count(*) from platform.audit_entry where subject_id = ?::uuid and action = 'org.member-read'")
                .param(member)
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> post(String post, boolean external) {
        return Map.of(
                "unitId", branch, "post", post, "external", external, "validFrom", "2020-01-01", "mode", "ELECTED");
    }

    private Register.Answer admit(String birthDate, Map<String, String> overrides) {
        return register.post(
                ADMIN,
                "/admissions",
                Map.of(
                        "unitId",
                        branch,
                        "fullName",
                        "Nguyễn Văn Mẫu",
                        "birthDate",
                        birthDate,
                        "gender",
                        "MALE",
                        "personIdentifier",
                        Register.identifier(),
                        "admittedOn",
                        "2023-02-03",
                        "decision",
                        Map.of("number", "1-QĐ", "body", "Quận ủy", "signedOn", "2023-01-20"),
                        "overrides",
                        overrides));
    }

    private List<String> names(String path) {
        var answer = register.get(ADMIN, path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("fullName").asString())
                .toList();
    }

    private int countIn(String unit, String asOf) {
        return register.get(ADMIN, "/members?unit=" + unit + "&asOf=" + asOf)
                .body()
                .path("items")
                .size();
    }

    private List<String> eventTypes(String aggregate) {
        return loader.sql("select type from platform.outbox where aggregate_id = ?::uuid order by version")
                .param(aggregate)
                .query(String.class)
                .list();
    }
}
