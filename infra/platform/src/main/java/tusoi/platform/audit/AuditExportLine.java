package tusoi.platform.audit;

import org.jspecify.annotations.Nullable;

/** A line of an export; kind is seal, entry, waiting or stray. */
record AuditExportLine(
        String kind, @Nullable AuditSeal seal, @Nullable AuditEntry entry) {
    static AuditExportLine of(AuditSeal seal) {
        return new AuditExportLine("seal", seal, null);
    }

    static AuditExportLine of(AuditEntry entry, String kind) {
        return new AuditExportLine(kind, null, entry);
    }
}
