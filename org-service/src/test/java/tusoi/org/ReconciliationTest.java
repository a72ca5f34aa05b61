package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tusoi.platform.persistence.Loader;

/** A file of another register: a report by row, and nothing taken over that was not confirmed. */
@OrgTest
class ReconciliationTest {
    private static final String HEADER =
            "unit_code,full_name,birth_date,gender,person_identifier,admitted_on,recognised_on,member_since,state,exempt\n";

    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String code = "";
    String officer = "";

    @BeforeEach
    void aWard() {
        ward = register.ward();
        branch = register.branch(ward);
        code = register.get(ADMIN, "/units/" + branch).code();
        officer = register.account("ORGANISATION_OFFICER", ward);
    }

    @Test
    void everyRowFallsIntoItsPartAndOnlyWhatIsConfirmedIsTakenOver() {
        String same = entered("Trần Thị Ví Dụ", branch);
        String changed = entered("Trần Thị Sai", branch);
        entered("Lê Văn Vắng", branch);
        entered("Nguyễn Thị Đôi", branch);
        String elsewhere = entered("Phạm Văn Xa", register.branch(register.ward()));
        String fresh = Register.identifier();
        String file = HEADER
                + row("Trần Thị Ví Dụ", same)
                + row("Trần Thị Đúng", changed)
                + row("Võ Thị Mới", fresh)
                + row("NGUYEN THI DOI", Register.identifier())
                + row("Phạm Văn Xa", elsewhere)
                + row("Võ Thị Mới", fresh)
                + code + ",Hoàng Văn Hỏng,1980-02-31,FEMALE," + Register.identifier() + ",,,2012-05-19,OFFICIAL,\n";
        var compared = compare(officer, ward, file);
        assertThat(compared.status()).as(compared.text()).isEqualTo(201);
        JsonNode parts = compared.body().path("parts");
        assertThat(parts.path("SAME").asInt()).as(compared.text()).isEqualTo(1);
        assertThat(parts.path("CHANGED").asInt()).isEqualTo(1);
        assertThat(parts.path("NEW").asInt()).isEqualTo(1);
        assertThat(parts.path("MISSING").asInt()).isEqualTo(2);
        assertThat(parts.path("CONFLICTING").asInt()).isEqualTo(3);
        String path = "/reconciliations/" + compared.id();
        assertThat(register.get(officer, path + "/rows?part=CONFLICTING")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(line -> line.path("reason").asString()))
                .containsExactly("SAME_NAME_AND_BIRTH_DAY", "IDENTIFIER_TAKEN", "TWICE_IN_FILE");
        var line = register.get(officer, path + "/rows?part=CHANGED")
                .body()
                .path("items")
                .get(0);
        assertThat(line.path("differences").get(0).path("field").asString()).isEqualTo("fullName");
        assertThat(line.path("differences").get(0).path("held").asString()).isEqualTo("Trần Thị Sai");
        assertThat(line.path("row").asInt()).isEqualTo(3);
        assertThat(register.get(officer, path + "/errors").text()).contains("birth_date");
        assertThat(names())
                .contains("Trần Thị Sai")
                .doesNotContain("Võ Thị Mới")
                .hasSize(4);

        made(register.post(officer, path + "/confirmation", Map.of("part", "NEW")));
        assertThat(names()).contains("Trần Thị Sai", "Võ Thị Mới").hasSize(5);
        made(register.post(officer, path + "/confirmation", Map.of("part", "NEW")));
        assertThat(names()).hasSize(5);
        made(register.post(officer, path + "/confirmation", Map.of("part", "CHANGED")));
        assertThat(names())
                .contains("Trần Thị Đúng")
                .doesNotContain("Trần Thị Sai")
                .hasSize(5);
        for (String part : List.of("MISSING", "CONFLICTING", "SAME")) {
            assertThat(register.post(officer, path + "/confirmation", Map.of("part", part))
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void ofWhomTheAskerMayNotReadNothingIsToldButThatTheIdentifierIsTaken() {
        String there = register.branch(register.ward());
        String member = entered("Phạm Văn Xa", there);
        var left = new HashMap<>(Register.memberBody(there));
        left.put("fullName", "Phạm Văn Rời");
        var gone = made(register.post(ADMIN, "/members", left));
        made(register.change(ADMIN, "/members/" + gone.id() + "/death", 1, Map.of("on", "2024-01-01")));
        String file = HEADER
                + row("Phạm Văn Xa", member)
                + row("Phạm Văn Rời", String.valueOf(left.get("personIdentifier")))
                + row("Pham Van Xa", Register.identifier());
        var asked = made(compare(officer, ward, file));
        assertThat(reasons(officer, asked)).containsExactly("IDENTIFIER_TAKEN", "IDENTIFIER_TAKEN");
        assertThat(asked.body().path("parts").path("NEW").asInt())
                .as("whoever has the same name and birth day elsewhere")
                .isEqualTo(1);
        var superior = made(compare(ADMIN, ward, file));
        assertThat(reasons(ADMIN, superior))
                .containsExactly("AT_HOME_ELSEWHERE", "NOT_A_MEMBER_TODAY", "SAME_NAME_AND_BIRTH_DAY");
        assertThat(loader.sql("""
                                select count(*) from platform.audit_entry
                                where action = 'org.reconciliation-compared' and subject_id = ?::uuid and unit_id = ?::uuid
                                """).params(asked.id(), ward).query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void whatWasTakenOverOrIsOldIsKeptNoLonger() {
        entered("Lê Văn Vắng", branch);
        var compared = made(compare(
                officer,
                ward,
                HEADER + row("Võ Thị Mới", Register.identifier()) + row("Võ Thị Hai", Register.identifier())));
        assertThat(staged(compared.id())).isEqualTo(2);
        String path = "/reconciliations/" + compared.id();
        made(register.post(officer, path + "/confirmation", Map.of("part", "NEW")));
        assertThat(staged(compared.id())).isZero();
        assertThat(register.get(officer, path + "/rows?part=NEW").text()).doesNotContain("Võ Thị");
        assertThat(register.get(officer, path + "/rows?part=MISSING").text()).contains("Lê Văn Vắng");
        loader.sql("update org.import set created_at = created_at - interval '31 days' where id = ?::uuid")
                .param(compared.id())
                .update();
        await().atMost(Duration.ofSeconds(30)).until(() -> register.get(officer, path)
                .body()
                .path("state")
                .asString()
                .equals("PURGED"));
        assertThat(register.get(officer, path + "/rows").body().path("items")).isEmpty();
        assertThat(register.get(officer, path).body().path("fileName").asString())
                .isEmpty();
        assertThat(register.post(officer, path + "/confirmation", Map.of("part", "CHANGED"))
                        .status())
                .isEqualTo(409);
    }

    private int staged(String id) {
        return loader.sql("select count(*) from org.import_row where import_id = ?::uuid")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private List<String> reasons(String who, Register.Answer compared) {
        return register.get(who, "/reconciliations/" + compared.id() + "/rows?part=CONFLICTING")
                .body()
                .path("items")
                .valueStream()
                .map(line -> line.path("reason").asString())
                .toList();
    }

    @Test
    void whatChangedSinceIsNotOverwritten() {
        String identifier = entered("Trần Thị Sai", branch);
        var compared = made(compare(officer, ward, HEADER + row("Trần Thị Đúng", identifier)));
        String member = register.get(officer, "/reconciliations/" + compared.id() + "/rows")
                .body()
                .path("items")
                .get(0)
                .path("memberId")
                .asString();
        made(register.change(officer, "/members/" + member + "/exemption", 1, Map.of("from", "2024-01-01")));
        var stale = register.post(
                officer, "/reconciliations/" + compared.id() + "/confirmation", Map.of("part", "CHANGED"));
        assertThat(stale.status()).as(stale.text()).isEqualTo(412);
        assertThat(names()).containsExactly("Trần Thị Sai");
    }

    @Test
    void othersFindNoReconciliation() {
        var compared = made(compare(officer, ward, HEADER + row("Võ Thị Mới", Register.identifier())));
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        String path = "/reconciliations/" + compared.id();
        assertThat(register.get(stranger, path).status()).isEqualTo(404);
        assertThat(register.get(stranger, path + "/rows").status()).isEqualTo(404);
        assertThat(register.post(stranger, path + "/confirmation", Map.of("part", "NEW"))
                        .status())
                .isEqualTo(404);
        assertThat(compare(stranger, ward, HEADER + row("Võ Thị Mới", Register.identifier()))
                        .status())
                .isEqualTo(404);
        assertThat(register.get(officer, "/imports/" + compared.id()).status()).isEqualTo(404);
        assertThat(register.post(officer, "/imports/" + compared.id() + "/confirmation")
                        .status())
                .isEqualTo(404);
    }

    private Register.Answer compare(String who, String unit, String file) {
        return register.upload(who, "/reconciliations", unit, "khac.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private String entered(String name, String unit) {
        var body = new HashMap<>(Register.memberBody(unit));
        body.put("fullName", name);
        made(register.post(ADMIN, "/members", body));
        return String.valueOf(body.get("personIdentifier"));
    }

    private String row(String name, String identifier) {
        return code + "," + name + ",1980-05-19,FEMALE," + identifier + ",2001-02-03,2002-02-03,2012-05-19,OFFICIAL,\n";
    }

    private List<String> names() {
        return register.get(officer, "/members?unit=" + ward)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("fullName").asString())
                .toList();
    }
}
