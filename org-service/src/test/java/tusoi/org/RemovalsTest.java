package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
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

    private String removed(String member, String effectiveOn) {
        return removed(member, effectiveOn, register.branch(register.ward()));
    }

    private String removed(String member, String effectiveOn, String unit) {
        String caseId = UUID.randomUUID().toString();
        byte[] data = json.writeValueAsBytes(Map.of(
                "caseId",
                caseId,
                "kind",
                "STRIKE_OFF",
                "memberId",
                member,
                "unitId",
                unit,
                "state",
                "DECIDED",
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
        var record = new ProducerRecord<>("discipline.events", caseId, data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/discipline-service",
                        "ce_type", "discipline.member-removed.v1",
                        "ce_time", Instant.now().toString(),
                        "ce_subject", caseId,
                        "ce_aggregateversion", "1",
                        "ce_actor", UUID.randomUUID().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) Servers.kafka().bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record);
            producer.flush();
        }
        return caseId;
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
    }
}
