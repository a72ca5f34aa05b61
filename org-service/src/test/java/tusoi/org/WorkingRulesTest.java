package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.made;

import java.time.Instant;
import java.time.OffsetDateTime;
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
class WorkingRulesTest {
    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String secretary = "";
    String an = "";
    String binh = "";

    @BeforeEach
    void aBranchOfTwo() {
        ward = register.ward();
        branch = register.branch(ward);
        secretary = register.account("SECRETARY", branch);
        an = register.member(branch).id();
        binh = register.member(branch).id();
    }

    @Test
    void theyAreFiledCorrectedAndEndedAndEachVersionStays() {
        var filed = file("2023-01-01");
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        Instant known = loader.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        String path = "/working-rules/" + filed.id();
        var content = content("2023-02-01");
        var corrected = made(
                register.change(secretary, path + "/correction", 1, Map.of("reason", "Sai ngày", "content", content)));
        assertThat(corrected.body().path("validFrom").asString()).isEqualTo("2023-02-01");
        assertThat(register.get(secretary, path + "?knownAt=" + known)
                        .body()
                        .path("validFrom")
                        .asString())
                .isEqualTo("2023-01-01");
        assertThat(register.change(secretary, path + "/end", 1, Map.of("on", "2023-06-01", "reason", "x"))
                        .status())
                .isEqualTo(412);
        made(register.change(secretary, path + "/end", 2, Map.of("on", "2023-06-01", "reason", "Quy chế mới")));
        assertThat(file("2023-05-31").text()).contains("ORG-126");
        assertThat(file("2023-06-01").status()).isEqualTo(201);
        assertThat(register.get(secretary, "/working-rules?unit=" + branch).body())
                .hasSize(2);
        assertThat(events(filed.id()))
                .containsExactly(
                        "org.working-rules-filed.v1", "org.working-rules-corrected.v1", "org.working-rules-ended.v1");
    }

    @Test
    void unitsWithoutAreListedAndMembersWithoutATaskToo() {
        String other = register.branch(ward);
        made(file("2023-01-01"));
        String officer = register.account("ORGANISATION_OFFICER", ward);
        var coverage = register.get(officer, "/working-rules/coverage?unit=" + ward + "&asOf=2023-03-01");
        assertThat(coverage.body().path("units").asInt()).as(coverage.text()).isEqualTo(2);
        assertThat(coverage.body().path("withRules").asInt()).isEqualTo(1);
        assertThat(coverage.body()
                        .path("without")
                        .path("items")
                        .get(0)
                        .path("unitId")
                        .asString())
                .isEqualTo(other);
        var before = register.get(officer, "/working-rules/coverage?unit=" + ward + "&asOf=2022-12-31");
        assertThat(before.body().path("withRules").asInt()).isZero();
        var unassigned = register.get(officer, "/working-rules/unassigned?unit=" + ward + "&asOf=2023-03-01");
        assertThat(unassigned.body().path("items")).as(unassigned.text()).hasSize(1);
        assertThat(unassigned.body().path("items").get(0).path("memberId").asString())
                .isEqualTo(binh);
    }

    @Test
    void badInputIsToldByItsPlace() {
        for (var bad : Map.of("documentNumber", "", "adoptedOn", "soon", "attachment", Map.of("fileName", "x"))
                .entrySet()) {
            var content = new HashMap<>(content("2023-01-01"));
            content.put(bad.getKey(), bad.getValue());
            assertThat(register.post(secretary, "/working-rules", Map.of("unitId", branch, "content", content))
                            .status())
                    .as(bad.getKey())
                    .isEqualTo(400);
        }
        var stranger = new HashMap<>(content("2023-01-01"));
        stranger.put("tasks", List.of(Map.of("memberId", branch, "task", "x")));
        var refused = register.post(secretary, "/working-rules", Map.of("unitId", branch, "content", stranger));
        assertThat(refused.text()).contains("ORG-127").contains("tasks[0].memberId");
    }

    @Test
    void anotherWardFindsNothing() {
        var filed = made(file("2023-01-01"));
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        for (String path : List.of(
                "/working-rules/" + filed.id(),
                "/working-rules?unit=" + branch,
                "/working-rules/coverage?unit=" + ward,
                "/working-rules/unassigned?unit=" + ward)) {
            assertThat(register.get(stranger, path).status()).as(path).isEqualTo(404);
        }
        assertThat(register.change(
                                stranger,
                                "/working-rules/" + filed.id() + "/end",
                                1,
                                Map.of("on", "2023-06-01", "reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(register.post(stranger, "/working-rules", Map.of("unitId", branch, "content", content("2024-01-01")))
                        .status())
                .isEqualTo(404);
    }

    private Register.Answer file(String from) {
        return register.post(secretary, "/working-rules", Map.of("unitId", branch, "content", content(from)));
    }

    private Map<String, Object> content(String from) {
        return Map.of(
                "documentNumber",
                "01-QC/CB",
                "adoptedOn",
                "2022-12-20",
                "validFrom",
                from,
                "attachment",
                Map.of(
                        "fileName",
                        "quy-che.pdf",
                        "mediaType",
                        "application/pdf",
                        "bytes",
                        1234,
                        "sha256",
                        "a".repeat(64)),
                "tasks",
                List.of(Map.of("memberId", an, "task", "Phụ trách dân vận")));
    }

    private List<String> events(String aggregate) {
        record Event(String type, String data) {}
        var events = loader.sql("""
                        select type, convert_from(data, 'UTF8') as data from platform.outbox
                        where aggregate_id = ?::uuid order by version
                        """).param(aggregate).query(Event.class).list();
        assertThat(events)
                .allSatisfy(event -> assertThat(Contracts.misfits(event.type(), event.data()))
                        .isEmpty())
                .allSatisfy(event -> assertThat(event.data()).doesNotContain("dân vận"));
        return events.stream().map(Event::type).toList();
    }
}
