package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;
import tusoi.testkit.Servers;

/** Who is removed by discipline-service's decision leaves the register; nobody decides it a second time. */
@OrgTest
class RemovalsTest {
    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    @Autowired
    JsonMapper json;

    @BeforeAll
    static void theTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = Servers.kafka().admin()) {
            admin.createTopics(List.of(new NewTopic("discipline.events", 12, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Test
    void aRemovalEndsTheMembershipOnItsDay() {
        var member = register.member(register.branch(register.ward()));
        removed(member.id(), "2023-06-15");
        await(() -> register.get(ADMIN, "/members/" + member.id()).version() == 2);
        var file = register.get(ADMIN, "/members/" + member.id()).body();
        assertThat(file.path("slices").get(0).path("validTo").asString()).isEqualTo("2023-06-15");
        assertThat(file.path("movements").get(1).path("kind").asString()).isEqualTo("STRUCK_OFF");
        assertThat(loader.sql(
                                "select count(*) from platform.outbox where aggregate_id = ?::uuid and type = 'org.member-left.v1'")
                        .param(member.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRemovalThatCannotBeAppliedIsAVisibleConflict() {
        String branch = register.branch(register.ward());
        var member = register.member(branch);
        String caseId = removed(member.id(), "2000-01-01", branch);
        await(() -> register.get(ADMIN, "/members/conflicts").text().contains(caseId));
        assertThat(register.get(ADMIN, "/members/" + member.id()).version()).isEqualTo(1);
        String unknown = removed(UUID.randomUUID().toString(), "2023-01-01", branch);
        await(() -> register.get(ADMIN, "/members/conflicts").text().contains(unknown));
        String elsewhere = register.account("ORGANISATION_OFFICER", register.ward());
        assertThat(register.get(elsewhere, "/members/conflicts").text()).doesNotContain(caseId);
    }

    /** Expelled by a case that is in effect; until then the case is only known to be open. */
    @Test
    void whoIsExpelledLeavesOnTheDayOfEffect() {
        String branch = register.branch(register.ward());
        var member = register.member(branch);
        String caseId = UUID.randomUUID().toString();
        sent("discipline.case-received.v1", caseId, 1, expulsion(caseId, member.id(), branch, "RECEIVED", null));
        await(() -> isOpen(caseId));
        assertThat(register.get(ADMIN, "/members/" + member.id()).version()).isEqualTo(1);
        sent("discipline.case-decided.v1", caseId, 2, expulsion(caseId, member.id(), branch, "DECIDED", null));
        sent(
                "discipline.decision-announced.v1",
                caseId,
                3,
                expulsion(caseId, member.id(), branch, "IN_EFFECT", "2024-03-01"));
        await(() -> register.get(ADMIN, "/members/" + member.id()).version() == 2);
        var file = register.get(ADMIN, "/members/" + member.id()).body();
        assertThat(file.path("slices").get(0).path("validTo").asString()).isEqualTo("2024-03-01");
        assertThat(file.path("movements").get(1).path("kind").asString()).isEqualTo("EXPELLED");
        assertThat(isOpen(caseId)).isFalse();
    }

    /** Told once to discipline-service, as a code and without words. */
    @Test
    void aConflictIsToldToDisciplineService() {
        String branch = register.branch(register.ward());
        var member = register.member(branch);
        String caseId = UUID.randomUUID().toString();
        var early = expulsion(caseId, member.id(), branch, "IN_EFFECT", "2000-01-01");
        sent("discipline.decision-announced.v1", caseId, 3, early);
        sent("discipline.case-closed.v1", caseId, 4, early);
        await(() -> seen(caseId) == 4);
        record Event(String type, String data) {}
        var events = loader.sql("""
                        select type, convert_from(data, 'UTF8') as data from platform.outbox
                        where type = 'org.removal-conflicted.v1' and convert_from(data, 'UTF8') like '%' || ? || '%'
                        """).param(caseId).query(Event.class).list();
        assertThat(events).hasSize(1).allSatisfy(event -> {
            assertThat(Contracts.misfits(event.type(), event.data())).isEmpty();
            assertThat(event.data()).contains("ORG-17");
        });
    }

    // ORG-63
    @Test
    void whoWasStruckOffIsAdmittedAgainAsTheSamePerson() {
        String ward = register.ward();
        String branch = register.branch(ward);
        var member = register.member(branch);
        removed(member.id(), "2022-06-15", branch);
        await(() -> register.get(ADMIN, "/members/" + member.id()).version() == 2);
        var body = new HashMap<String, Object>(
                Map.of("unitId", branch, "admittedOn", "2024-02-03", "decision", Register.paper("2024-01-30")));
        var early = register.change(ADMIN, "/members/" + member.id() + "/readmission", 2, body);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("ORG-63").contains("warnings-unanswered");
        body.put("overrides", Map.of("ORG-63", "Thành ủy đồng ý"));
        var back = register.change(ADMIN, "/members/" + member.id() + "/readmission", 2, body);
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(back.body().path("slices")).hasSize(2);
        assertThat(back.body().path("admittedOn").asString()).isEqualTo("2024-02-03");
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        assertThat(register.change(stranger, "/members/" + member.id() + "/readmission", 3, body)
                        .status())
                .isEqualTo(404);
    }

    // ORG-72
    @Test
    void whoseExpulsionIsAnnulledIsAMemberAgain() {
        String branch = register.branch(register.ward());
        var member = register.member(branch);
        String caseId = UUID.randomUUID().toString();
        sent(
                "discipline.decision-announced.v1",
                caseId,
                3,
                expulsion(caseId, member.id(), branch, "IN_EFFECT", "2022-03-01"));
        await(() -> register.get(ADMIN, "/members/" + member.id()).version() == 2);
        var annulled = new HashMap<>(expulsion(caseId, member.id(), branch, "CLOSED", "2022-03-01"));
        annulled.putAll(Map.of("annulledOn", "2023-09-01", "closedOn", "2023-09-01", "closedReason", "ANNULLED"));
        sent("discipline.case-closed.v1", caseId, 4, annulled);
        await(() -> register.get(ADMIN, "/members/" + member.id()).version() == 3);
        var file = register.get(ADMIN, "/members/" + member.id()).body();
        assertThat(file.path("slices").get(1).path("validFrom").asString())
                .as(file.toString())
                .isEqualTo("2023-09-01");
        assertThat(file.path("slices").get(1).path("state").asString()).isEqualTo("OFFICIAL");
        assertThat(file.path("movements").get(2).path("kind").asString()).isEqualTo("REINSTATED");
        var age = register.get(ADMIN, "/members/" + member.id() + "/dossier?on=2024-02-03")
                .body()
                .path("partyAge");
        assertThat(age.path("years").asInt()).as(age.toString()).isEqualTo(23);
        var balance = register.get(ADMIN, "/members/balance?unit=" + branch + "&from=2022-01-01&to=2023-12-31")
                .body();
        assertThat(balance.path("in").path("REINSTATED").asInt()).isEqualTo(1);
        assertThat(balance.path("difference").asInt()).isZero();
        String event = loader.sql("""
                        select convert_from(data, 'UTF8') from platform.outbox
                        where aggregate_id = ?::uuid and type = 'org.member-reinstated.v1'
                        """).param(member.id()).query(String.class).single();
        assertThat(Contracts.misfits("org.member-reinstated.v1", event)).isEmpty();
    }

    // ORG-72
    @Test
    void whoseRemovalIsAnnulledAfterTheHomeHasEndedIsAConflict() {
        String ward = register.ward();
        String branch = register.branch(ward);
        var member = register.member(branch);
        String caseId = removed(member.id(), "2022-06-15", branch);
        await(() -> register.get(ADMIN, "/members/" + member.id()).version() == 2);
        Register.made(register.change(
                ADMIN, "/units/" + branch + "/end", 1, Map.of("decision", Register.decision("2023-01-01"))));
        sent(
                "discipline.removal-closed.v1",
                caseId,
                2,
                removal(caseId, member.id(), branch, "2022-06-15", "2024-01-01"));
        await(() -> register.get(ADMIN, "/members/conflicts").text().contains(caseId));
        assertThat(register.get(ADMIN, "/members/" + member.id()).version()).isEqualTo(2);
    }

    // ORG-67
    @Test
    void aRemovalOfAnEntryThatWasGivenUpIsAppliedToTheOneThatIsKept() {
        String branch = register.branch(register.ward());
        var given = register.member(branch);
        var kept = register.member(branch);
        Register.made(register.change(
                ADMIN,
                "/members/" + kept.id() + "/merge",
                1,
                Map.of("duplicateId", given.id(), "reason", "Một người")));
        removed(given.id(), "2023-06-15", branch);
        await(() -> register.get(ADMIN, "/members/" + kept.id()).version() == 3);
        var file = register.get(ADMIN, "/members/" + kept.id()).body();
        assertThat(file.path("movements").get(1).path("kind").asString()).isEqualTo("STRUCK_OFF");
        String caseId = UUID.randomUUID().toString();
        var other = register.member(branch);
        sent("discipline.case-received.v1", caseId, 1, expulsion(caseId, other.id(), branch, "RECEIVED", null));
        await(() -> isOpen(caseId));
        var third = register.member(branch);
        assertThat(register.change(
                                ADMIN,
                                "/members/" + third.id() + "/merge",
                                1,
                                Map.of("duplicateId", other.id(), "reason", "Một người"))
                        .rule())
                .isEqualTo("ORG-67");
    }

    // ORG-73
    @Test
    void aConflictIsSettledOnceWithANote() {
        String ward = register.ward();
        String branch = register.branch(ward);
        var member = register.member(branch);
        String caseId = removed(member.id(), "2000-01-01", branch);
        await(() -> register.get(ADMIN, "/members/conflicts").text().contains(caseId));
        String officer = register.account("ORGANISATION_OFFICER", ward);
        String conflict = register.get(officer, "/members/conflicts")
                .body()
                .get(0)
                .path("id")
                .asString();
        String path = "/members/conflicts/" + conflict + "/settlement";
        var note = Map.of("note", "Đã rời từ trước");
        String elsewhere = register.account("ORGANISATION_OFFICER", register.ward());
        assertThat(register.post(elsewhere, path, note).status()).isEqualTo(404);
        assertThat(register.post(officer, path, Map.of("note", "")).status()).isEqualTo(400);
        var settled = register.post(officer, path, note);
        assertThat(settled.status()).as(settled.text()).isEqualTo(200);
        assertThat(settled.body().path("note").asString()).isEqualTo("Đã rời từ trước");
        assertThat(register.post(officer, path, note).rule()).isEqualTo("ORG-73");
        assertThat(register.get(officer, "/members/conflicts?settled=false").body())
                .isEmpty();
        assertThat(register.get(officer, "/members/conflicts?settled=true").body())
                .hasSize(1);
        String event = loader.sql("""
                        select convert_from(data, 'UTF8') from platform.outbox
                        where aggregate_id = ?::uuid and type = 'org.removal-conflict-settled.v1'
                        """).param(conflict).query(String.class).single();
        assertThat(Contracts.misfits("org.removal-conflict-settled.v1", event)).isEmpty();
        assertThat(event).doesNotContain("từ trước");
        sent(
                "discipline.conflict-settled.v1",
                conflict,
                1,
                Map.of(
                        "conflictId",
                        conflict,
                        "caseId",
                        caseId,
                        "memberId",
                        member.id(),
                        "unitId",
                        branch,
                        "reason",
                        "ORG-17"));
        await(() -> register.get(officer, "/members/conflicts").body().get(0).hasNonNull("disciplineSettledAt"));
    }

    private boolean isOpen(String caseId) {
        return loader.sql("select count(*) from org.open_matter where case_id = ?::uuid and open")
                        .param(caseId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private long seen(String caseId) {
        return loader.sql("select coalesce(max(version), 0) from org.open_matter where case_id = ?::uuid")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> expulsion(
            String caseId, String member, String unit, String state, @Nullable String effectiveOn) {
        var decision = new HashMap<String, Object>(Map.of(
                "number",
                "9-QĐ",
                "form",
                "EXPULSION",
                "deciderUnitId",
                unit,
                "decidingLevel",
                "DISTRICT",
                "signedOn",
                "2024-02-20",
                "profile",
                "22+69",
                "warnings",
                List.of()));
        decision.put("effectiveOn", effectiveOn);
        return Map.of(
                "caseId",
                caseId,
                "subjectType",
                "MEMBER",
                "subjectId",
                member,
                "unitId",
                unit,
                "state",
                state,
                "source",
                "INSPECTION",
                "contents",
                List.of("OTHER"),
                "receivedOn",
                "2024-01-01",
                "decision",
                decision);
    }

    private String removed(String member, String effectiveOn) {
        return removed(member, effectiveOn, register.branch(register.ward()));
    }

    private String removed(String member, String effectiveOn, String unit) {
        String caseId = UUID.randomUUID().toString();
        sent("discipline.member-removed.v1", caseId, 1, removal(caseId, member, unit, effectiveOn, null));
        return caseId;
    }

    private static Map<String, Object> removal(
            String caseId, String member, String unit, String effectiveOn, @Nullable String annulledOn) {
        var removal = new HashMap<String, Object>(Map.of(
                "caseId",
                caseId,
                "kind",
                "STRIKE_OFF",
                "memberId",
                member,
                "unitId",
                unit,
                "state",
                annulledOn == null ? "DECIDED" : "CLOSED",
                "grounds",
                List.of("ABSENT_THREE_MONTHS"),
                "decision",
                Map.of(
                        "number",
                        "9-QĐ",
                        "deciderUnitId",
                        unit,
                        "signedOn",
                        effectiveOn,
                        "effectiveOn",
                        effectiveOn,
                        "profile",
                        "22+69",
                        "warnings",
                        List.of())));
        removal.put("annulledOn", annulledOn);
        return removal;
    }

    private void sent(String type, String caseId, int version, Object event) {
        byte[] data = event instanceof byte[] bytes ? bytes : json.writeValueAsBytes(event);
        var record = new ProducerRecord<>("discipline.events", caseId, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/discipline-service",
                        "ce_type",
                        type,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        caseId,
                        "ce_aggregateversion",
                        String.valueOf(version),
                        "ce_actor",
                        UUID.randomUUID().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) Servers.kafka().bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record);
            producer.flush();
        }
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
    }
}
