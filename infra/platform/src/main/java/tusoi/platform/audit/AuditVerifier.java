package tusoi.platform.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an exported trail, without a database, and tells what is missing, changed, reordered or added. What was cut off at
 * the end it can tell only by the last seal's hash, which the superior unit has.
 */
public final class AuditVerifier {
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> withoutPayload = new TreeSet<>();
    private final Set<Long> erased = new HashSet<>();
    private @Nullable AuditSeal seal;
    private final List<AuditEntry> entries = new ArrayList<>();

    private AuditVerifier() {}

    /** What is wrong, and where; the entry is 0 where a seal itself is meant. */
    public record Finding(Kind kind, long seal, long entry) {}

    /** What may be wrong. */
    public enum Kind {
        MISSING,
        CHANGED,
        REORDERED,
        ADDED,
        PAYLOAD_MISSING,
        PAYLOAD_CHANGED,
        SEAL_MISSING,
        SEAL_CHANGED
    }

    /** Empty where all is well. The last hash may be null where nobody has kept it. */
    public static List<Finding> verify(Stream<String> lines, @Nullable String lastHash) {
        var verifier = new AuditVerifier();
        lines.filter(line -> !line.isBlank())
                .map(line -> JsonMapper.shared().readValue(line, AuditExportLine.class))
                .forEach(verifier::read);
        return verifier.end(lastHash);
    }

    /** {@code FILE [LAST-HASH]}; ends 0 where all is well, 1 with a line for each finding. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("usage: AuditVerifier FILE [LAST-HASH]");
            System.exit(2);
        }
        try (var lines = Files.lines(Path.of(arguments[0]))) {
            var findings = verify(lines, arguments.length > 1 ? arguments[1] : null);
            findings.forEach(System.out::println);
            System.out.println(findings.isEmpty() ? "the trail is whole" : findings.size() + " findings");
            System.exit(findings.isEmpty() ? 0 : 1);
        }
    }

    private void read(AuditExportLine line) {
        if (line.seal() != null) {
            begin(line.seal());
        } else if (line.entry() != null) {
            checkPayload(line.entry());
            if (line.kind().equals("entry")) {
                entries.add(line.entry());
            } else if (line.kind().equals("stray")) {
                find(Kind.ADDED, line.entry().id());
            }
        }
    }

    private void begin(AuditSeal next) {
        endSeal();
        var before = seal;
        var number = before == null ? 1 : before.number() + 1;
        var previous = before == null ? AuditSeal.FIRST : before.hash();
        seal = next;
        if (next.number() != number) {
            find(Kind.SEAL_MISSING, 0);
        } else if (!next.previous().equals(previous) || !next.hash().equals(next.expectedHash())) {
            find(Kind.SEAL_CHANGED, 0);
        }
    }

    /** Compares the entries that followed a seal with what it names. */
    private void endSeal() {
        var named = seal == null ? List.<Long>of() : seal.entryIds();
        var digests = seal == null ? List.<String>of() : seal.entryDigests();
        var present = entries.stream().map(AuditEntry::id).toList();
        named.stream().filter(id -> !present.contains(id)).forEach(id -> find(Kind.MISSING, id));
        var lastPlace = -1;
        for (var entry : entries) {
            var place = named.indexOf(entry.id());
            if (place < 0) {
                find(Kind.ADDED, entry.id());
            } else if (!SealDigests.ofEntry(entry).equals(digests.get(place))) {
                find(Kind.CHANGED, entry.id());
            } else if (place < lastPlace) {
                find(Kind.REORDERED, entry.id());
            }
            lastPlace = Math.max(lastPlace, place);
        }
        entries.clear();
    }

    private void checkPayload(AuditEntry entry) {
        if (entry.erased() > 0) {
            erased.add(entry.erased());
        }
        if (entry.payload() != null && entry.salt() != null) {
            if (!SealDigests.ofPayload(entry.salt(), entry.payload()).equals(entry.payloadDigest())) {
                find(Kind.PAYLOAD_CHANGED, entry.id());
            }
        } else if (entry.payloadDigest() != null) {
            withoutPayload.add(entry.id());
        }
    }

    private List<Finding> end(@Nullable String lastHash) {
        endSeal();
        if (lastHash != null && (seal == null || !seal.hash().equals(lastHash))) {
            find(Kind.SEAL_MISSING, 0);
        }
        withoutPayload.removeAll(erased);
        withoutPayload.forEach(id -> findings.add(new Finding(Kind.PAYLOAD_MISSING, 0, id)));
        return List.copyOf(findings);
    }

    private void find(Kind kind, long entry) {
        findings.add(new Finding(kind, seal == null ? 0 : seal.number(), entry));
    }
}
