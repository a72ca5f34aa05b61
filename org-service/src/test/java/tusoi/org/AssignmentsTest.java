package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.made;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tusoi.org.Register.Answer;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

/** Committee members look after branches. */
@OrgTest
class AssignmentsTest {
    @Autowired
    Register register;

    @Autowired
    Offices offices;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String officer = "";
    String member = "";

    @BeforeEach
    void aWard() {
        ward = register.ward();
        branch = register.branch(ward);
        officer = register.account("ORGANISATION_OFFICER", ward);
        member = register.member(branch).id();
        made(offices.post(officer, member, ward, "COMMITTEE_MEMBER", Map.of()));
    }

    @Test
    void aCommitteeMemberIsAssignedToABranchAndRelieved() {
        String second = register.branch(ward);
        assertThat(coverage().path("branches").asInt()).isEqualTo(2);
        assertThat(coverage().path("covered").asInt()).isZero();
        var made = made(assign(branch, Map.of()));
        assertThat(coverage().path("covered").asInt()).isEqualTo(1);
        assertThat(coverage().path("uncovered").get(0).path("id").asString()).isEqualTo(second);
        assertThat(register.get(officer, "/assignments?unit=" + branch).body()).hasSize(1);
        assertThat(register.get(officer, "/members/" + member + "/assignments").body())
                .hasSize(1);
        String end = "/assignments/" + made.id() + "/end";
        var on = Map.of("on", "2025-01-01");
        assertThat(register.post(officer, end, on).status()).isEqualTo(428);
        var ended = made(register.change(officer, end, 1, on));
        assertThat(ended.body().path("validTo").asString()).isEqualTo("2025-01-01");
        assertThat(register.change(officer, end, 1, on).status()).isEqualTo(412);
        assertThat(register.get(officer, "/assignments?unit=" + branch + "&asOf=2024-12-31")
                        .body())
                .hasSize(1);
        assertThat(register.get(officer, "/assignments?unit=" + branch + "&asOf=2025-01-01")
                        .body())
                .isEmpty();
        assertThat(announced(made.id())).containsExactly("org.assignment-made.v1", "org.assignment-ended.v1");
    }

    // ORG-93, ORG-94, ORG-95
    @Test
    void whoSitsOnNoCommitteeIsWarnedOfAndAWardIsNoBranch() {
        String simple = register.member(branch).id();
        var body = new HashMap<String, Object>(Map.of("memberId", simple, "unitId", branch, "validFrom", "2024-06-01"));
        assertThat(Offices.warnings(register.post(officer, "/assignments", body)))
                .containsExactly("ORG-93");
        body.put("overrides", Map.of("ORG-93", "Tạm thời"));
        made(register.post(officer, "/assignments", body));
        assertThat(register.post(officer, "/assignments", body).rule()).isEqualTo("ORG-95");
        assertThat(assign(ward, Map.of()).rule()).isEqualTo("ORG-94");
        assertThat(assign(branch, Map.of("validTo", "2024-06-01")).rule()).isEqualTo("ORG-94");
    }

    @Test
    void anotherWardsAssignmentsAreNotThere() {
        var made = made(assign(branch, Map.of()));
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        for (String path : List.of(
                "/assignments?unit=" + branch,
                "/assignments/coverage?unit=" + ward,
                "/members/" + member + "/assignments")) {
            assertThat(register.get(stranger, path).status()).as(path).isEqualTo(404);
        }
        assertThat(register.change(stranger, "/assignments/" + made.id() + "/end", 1, Map.of("on", "2025-01-01"))
                        .status())
                .isEqualTo(404);
        assertThat(register.post(
                                stranger,
                                "/assignments",
                                Map.of("memberId", member, "unitId", branch, "validFrom", "2024-06-01"))
                        .status())
                .isEqualTo(404);
    }

    private Answer assign(String unit, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("memberId", member, "unitId", unit, "validFrom", "2024-06-01"));
        body.putAll(more);
        return register.post(officer, "/assignments", body);
    }

    private JsonNode coverage() {
        return made(register.get(officer, "/assignments/coverage?unit=" + ward + "&asOf=2024-07-01"))
                .body();
    }

    private List<String> announced(String assignment) {
        record Event(String type, String data) {}
        var events = loader.sql(
                        "select type, convert_from(data, 'UTF8') as data from platform.outbox where aggregate_id = ?::uuid order by seq")
                .param(assignment)
                .query(Event.class)
                .list();
        assertThat(events).allSatisfy(event -> assertThat(Contracts.misfits(event.type(), event.data()))
                .isEmpty());
        return events.stream().map(Event::type).toList();
    }
}
