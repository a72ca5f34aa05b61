package tusoi.platform.audit;

import java.util.List;

/** A seal over entries in an order; each seal covers the hash of the one before. Bytes as hexadecimal text. */
record AuditSeal(long number, List<Long> entryIds, List<String> entryDigests, String previous, String hash) {
    static final String FIRST = "0".repeat(64);

    static AuditSeal over(long number, String previous, List<AuditEntry> entries) {
        var ids = entries.stream().map(AuditEntry::id).toList();
        var digests = entries.stream().map(SealDigests::ofEntry).toList();
        return new AuditSeal(number, ids, digests, previous, SealDigests.ofSeal(number, previous, ids, digests));
    }

    String expectedHash() {
        return SealDigests.ofSeal(number, previous, entryIds, entryDigests);
    }
}
