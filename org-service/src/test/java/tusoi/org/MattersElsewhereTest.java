package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tusoi.org.contract.Contracts;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** What discipline-service and review-service have open is known here from their events, and shown before a reorganisation. */
@OrgTest
class MattersElsewhereTest {
    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    Offices offices;

    @Autowired
    List<Projection> projections;

    @Autowired
    @Loader
    JdbcClient loader;

    @Test
    void everyExampleOfTheProducersIsUnderstood() throws IOException {
        for (String service : List.of("discipline-service", "review-service")) {
            for (Path example : examples(service)) {
                String type = Contracts.typeOf(example);
                if (!projection().types().contains(type)) {
                    continue;
                }
                UUID id = UUID.randomUUID();
                take(type, id, 1, JsonMapper.shared().readTree(Files.readString(example)));
                assertThat(loader.sql("""
                                        select (select count(*) from org.open_matter where case_id = :id)
                                             + (select count(*) from org.review_cycle where cycle_id = :id)
                                             + (select count(*) from org.review_elsewhere where review_id = :id)
                                        """).param("id", id).query(Long.class).single())
                        .as(example.toString())
                        .isEqualTo(1);
            }
        }
        assertThat(projection().types())
                .allSatisfy(type -> assertThat(Files.readString(Contracts.OWN.resolve("asyncapi.yaml")))
                        .contains("name: " + type));
    }

    // ORG-37
    @Test
    void anOpenCaseOfSomebodyWhoMovesIsShownAndToBeAnsweredFor() throws IOException {
        String ward = register.ward();
        String branch = register.branch(ward);
        String into = register.branch(ward);
        var member = register.member(branch);
        String id = made(reorganising.draft(
                        ADMIN, "2025-07-01", Map.of("type", "MERGE", "units", List.of(branch), "into", into)))
                .id();
        String before = reorganising.fingerprint(id);
        UUID caseId = UUID.randomUUID();
        takeCase("discipline.case-received.v1", caseId, 2, member.id(), branch, "VERIFYING");
        takeCase("discipline.case-received.v1", caseId, 1, member.id(), branch, "RECEIVED");
        var untold = reorganising.preview(id).body();
        assertThat(untold.path("matters")).as("to who reads no cases").isEmpty();
        assertThat(untold.path("counts").path("matters").asInt()).isEqualTo(1);
        assertThat(untold.toString()).doesNotContain(caseId.toString());
        String reader = register.account("ORGANISATION_OFFICER", ward);
        made(offices.grant(ADMIN, offices.id(reader), "INSPECTION_OFFICER", ward));
        var preview = made(register.get(reader, "/reorganisations/" + id + "/preview"))
                .body();
        assertThat(preview.path("fingerprint").asString())
                .as("the same for everybody")
                .isEqualTo(untold.path("fingerprint").asString());
        assertThat(preview.path("matters").get(0).path("caseId").asString()).isEqualTo(caseId.toString());
        assertThat(preview.path("matters").get(0).path("state").asString()).isEqualTo("VERIFYING");
        assertThat(preview.path("warnings").valueStream().map(w -> w.path("rule")
                        .asString()))
                .contains("ORG-37");
        assertThat(preview.path("fingerprint").asString()).isNotEqualTo(before);
        assertThat(reorganising.confirm(id, before).status()).isEqualTo(409);
        var unanswered = register.post(
                ADMIN,
                "/reorganisations/" + id + "/confirmation",
                Map.of("fingerprint", preview.path("fingerprint").asString(), "overrides", Map.of("ORG-39", "x")));
        assertThat(unanswered.status()).isEqualTo(422);
        assertThat(unanswered.text()).contains("ORG-37");
        takeCase("discipline.case-closed.v1", caseId, 3, member.id(), branch, "CLOSED");
        assertThat(reorganising
                        .preview(id)
                        .body()
                        .path("counts")
                        .path("matters")
                        .asInt())
                .isZero();
    }

    // ORG-38
    @Test
    void whatRestsOnAFoundedUnitElsewhereOrInItsBooksStopsTheRevocation() throws IOException {
        String ward = register.ward();
        String branch = register.branch(ward);
        var member = register.member(branch);
        String code = Register.fresh("N");
        String id = reorganising.done(
                "2025-07-01",
                Reorganising.mergeInto(Reorganising.branchUnder(code, ward), branch, register.branch(ward)));
        String founded = register.get(ADMIN, "/units/" + code).id();
        UUID caseId = UUID.randomUUID();
        takeCase("discipline.case-closed.v1", caseId, 3, member.id(), founded, "CLOSED");
        UUID review = UUID.randomUUID();
        take(
                "review.subject-obliged.v1",
                review,
                1,
                JsonMapper.shared().valueToTree(Map.of("reviewId", review, "unitId", founded)));
        made(register.post(
                ADMIN, "/meetings", Map.of("unitId", founded, "month", "2025-08", "plannedOn", "2025-08-03")));
        made(register.post(
                ADMIN,
                "/studies",
                Map.of("unitId", founded, "title", "Học tập", "noticedOn", "2025-08-01", "heldOn", "2025-08-12")));
        var refused = register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, Map.of());
        assertThat(refused.rule()).as(refused.text()).isEqualTo("ORG-38");
        var facts = refused.body().path("facts");
        assertThat(facts.path("meetings")).as(refused.text()).hasSize(1);
        assertThat(facts.path("studies")).hasSize(1);
        assertThat(facts.path("mattersNotShown").asInt())
                .as("counted for who reads no cases")
                .isEqualTo(1);
        assertThat(facts.path("reviewsNotShown").asInt()).isEqualTo(1);
        assertThat(refused.text()).doesNotContain(caseId.toString()).doesNotContain(review.toString());
        String reader = register.account("ORGANISATION_OFFICER", ward);
        made(offices.grant(ADMIN, offices.id(reader), "INSPECTION_OFFICER", ward));
        assertThat(register.change(reader, "/reorganisations/" + id + "/revocation", 2, Map.of())
                        .text())
                .contains(caseId.toString())
                .contains(review.toString());
        assertThat(register.get(ADMIN, "/units/" + code).status()).isEqualTo(200);
    }

    @Test
    void aCycleThatRunsAboveAUnitThatEndsIsShown() {
        String ward = register.ward();
        String branch = register.branch(ward);
        String into = register.branch(ward);
        UUID cycle = UUID.randomUUID();
        take(
                "review.cycle-opened.v1",
                cycle,
                1,
                JsonMapper.shared()
                        .valueToTree(Map.of(
                                "cycleId",
                                cycle,
                                "year",
                                2025,
                                "openedByUnitId",
                                ward,
                                "openedOn",
                                "2025-05-01",
                                "dueOn",
                                "2025-12-31")));
        String id = made(reorganising.draft(
                        ADMIN, "2025-07-01", Map.of("type", "MERGE", "units", List.of(branch), "into", into)))
                .id();
        assertThat(reorganising
                        .preview(id)
                        .body()
                        .path("cycles")
                        .get(0)
                        .path("cycleId")
                        .asString())
                .isEqualTo(cycle.toString());
        String late = made(reorganising.draft(
                        ADMIN, "2026-01-01", Map.of("type", "MERGE", "units", List.of(branch), "into", into)))
                .id();
        assertThat(reorganising.preview(late).body().path("cycles")).isEmpty();
    }

    private void takeCase(String type, UUID caseId, long version, String member, String unit, String state)
            throws IOException {
        Path example = examples("discipline-service").stream()
                .filter(path -> Contracts.typeOf(path).equals(type))
                .findFirst()
                .orElseThrow();
        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(Files.readString(example));
        data.put("subjectType", "MEMBER")
                .put("subjectId", member)
                .put("unitId", unit)
                .put("state", state);
        take(type, caseId, version, data);
    }

    private void take(String type, UUID aggregate, long version, JsonNode data) {
        projection()
                .apply(List.of(
                        new ReceivedEvent("t", 0, 0, type, aggregate, version, Instant.now(), new UUID(0, 0), data)));
    }

    private Projection projection() {
        return projections.stream()
                .filter(projection -> projection.types().contains("review.cycle-opened.v1"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> examples(String service) throws IOException {
        try (Stream<Path> files = Files.list(Contracts.ROOT.resolve(service).resolve("contracts/examples"))) {
            return files.sorted().toList();
        }
    }
}
