package tusoi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.audit.AuditVerifier.Finding;
import tusoi.platform.audit.AuditVerifier.Kind;
import tusoi.platform.persistence.DataHalf;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {
    private ConfigurableApplicationContext service;
    private Audit audit;
    private TransactionTemplate app;
    private JdbcClient asLoader;

    @BeforeAll
    void start() {
        service = DataHalf.of("ledger")
                .with("tusoi.outbox.enabled", false)
                .with("tusoi.inbox.enabled", false)
                .with("tusoi.audit.seal-every", "50ms")
                .start();
        audit = service.getBean(Audit.class);
        app = service.getBean("transactionTemplate", TransactionTemplate.class);
        asLoader = service.getBean("loaderJdbcClient", JdbcClient.class);
        for (int i = 0; i < 3; i++) {
            app.executeWithoutResult(status -> {
                for (int entry = 0; entry < 5; entry++) {
                    audit.changed(
                            "case.decided",
                            "CASE",
                            UUID.randomUUID(),
                            null,
                            Map.of("state", "HEARD"),
                            Map.of("state", "DECIDED"),
                            "why");
                }
            });
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
        }
        audit.read("case.read", "CASE", UUID.randomUUID(), UUID.randomUUID());
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void anUntouchedTrailIsWhole() {
        assertThat(AuditVerifier.verify(export().stream(), null)).isEmpty();
    }

    @Test
    void aMissingEntryIsFound() {
        var lines = export();
        var id = idOf(lines.remove(1));
        assertThat(AuditVerifier.verify(lines.stream(), null)).containsExactly(new Finding(Kind.MISSING, 1, id));
    }

    @Test
    void aChangedEntryIsFound() {
        var lines = export();
        lines.set(2, lines.get(2).replace("case.decided", "case.closed"));
        assertThat(AuditVerifier.verify(lines.stream(), null))
                .containsExactly(new Finding(Kind.CHANGED, 1, idOf(lines.get(2))));
    }

    @Test
    void aChangedPayloadIsFound() {
        var lines = export();
        lines.set(2, lines.get(2).replace("why", "because"));
        assertThat(AuditVerifier.verify(lines.stream(), null))
                .extracting(Finding::kind)
                .containsExactly(Kind.PAYLOAD_CHANGED);
    }

    @Test
    void reorderedEntriesAreFound() {
        var lines = export();
        Collections.swap(lines, 1, 2);
        assertThat(AuditVerifier.verify(lines.stream(), null))
                .extracting(Finding::kind)
                .containsExactly(Kind.REORDERED);
    }

    @Test
    void aMissingSealIsFound() {
        var lines = export();
        var second = lines.stream()
                .filter(line -> line.contains("\"number\":2"))
                .findFirst()
                .orElseThrow();
        var from = lines.indexOf(second);
        lines.subList(from, from + 6).clear();
        assertThat(AuditVerifier.verify(lines.stream(), null))
                .extracting(Finding::kind)
                .contains(Kind.SEAL_MISSING);
    }

    @Test
    void aTrailCutOffAtItsEndIsFoundByTheLastHash() {
        var lines = export();
        var last = asLoader.sql("select encode(hash, 'hex') from platform.audit_seal order by number desc limit 1")
                .query(String.class)
                .single();
        assertThat(AuditVerifier.verify(lines.stream(), last)).isEmpty();
        var cut = lines.subList(0, 6);
        assertThat(AuditVerifier.verify(cut.stream(), null))
                .extracting(Finding::kind)
                .doesNotContain(Kind.SEAL_MISSING);
        assertThat(AuditVerifier.verify(cut.stream(), last))
                .extracting(Finding::kind)
                .contains(Kind.SEAL_MISSING);
    }

    @Test
    void anErasedPayloadIsNoFindingAndASilentlyDeletedOneIs() {
        var lines = export();
        var id = idOf(lines.get(3));
        assertThat(service.getBean(AuditErasure.class).erasePayload(id)).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
        assertThat(AuditVerifier.verify(export().stream(), null)).isEmpty();
        var silently = export();
        silently.set(4, silently.get(4).replaceAll("\"payload\":\".*?[^\\\\]\"", "\"payload\":null"));
        assertThat(AuditVerifier.verify(silently.stream(), null))
                .extracting(Finding::kind)
                .containsExactly(Kind.PAYLOAD_MISSING);
    }

    @Test
    void theAppCanNeitherChangeNorDelete() {
        var asApp = service.getBean("jdbcClient", JdbcClient.class);
        for (var sql : List.of(
                "update platform.audit_entry set action = 'x'",
                "delete from platform.audit_entry",
                "delete from platform.audit_unsealed")) {
            assertThatThrownBy(() -> asApp.sql(sql).update()).rootCause().hasMessageContaining("permission denied");
        }
    }

    private long waiting() {
        return asLoader.sql("select count(*) from platform.audit_unsealed")
                .query(Long.class)
                .single();
    }

    private List<String> export() {
        var lines = new ArrayList<String>();
        service.getBean(AuditExport.class).writeTo(lines::add);
        return lines;
    }

    private static long idOf(String line) {
        return JsonMapper.shared().readTree(line).get("entry").get("id").asLong();
    }
}
