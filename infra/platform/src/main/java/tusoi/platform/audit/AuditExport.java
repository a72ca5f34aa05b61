package tusoi.platform.audit;

import java.util.HashSet;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the trail as lines of JSON for {@link AuditVerifier}: each seal, then its entries in order; at the end what waits
 * for a seal, and what no seal knows.
 */
public final class AuditExport {
    private final AuditRows rows;
    private final TransactionOperations snapshot;

    AuditExport(AuditRows rows, TransactionOperations snapshot) {
        this.rows = rows;
        this.snapshot = snapshot;
    }

    public void writeTo(Consumer<String> lines) {
        snapshot.executeWithoutResult(status -> {
            try (var seals = rows.seals()) {
                seals.forEach(seal -> {
                    lines.accept(line(AuditExportLine.of(seal)));
                    rows.of(seal).forEach(entry -> lines.accept(line(AuditExportLine.of(entry, "entry"))));
                });
            }
            var waiting = new HashSet<>(rows.waiting());
            rows.inNoSeal()
                    .forEach(entry -> lines.accept(
                            line(AuditExportLine.of(entry, waiting.contains(entry.id()) ? "waiting" : "stray"))));
        });
    }

    private static String line(AuditExportLine line) {
        return JsonMapper.shared().writeValueAsString(line);
    }
}
