package tusoi.org.studies.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Who was absent, late or left early, frozen on the day of its publication. */
public record StudyList(UUID id, UUID sessionId, LocalDate heldOn, LocalDate publishedOn, List<RollLine> told) {
    public StudyList {
        told = told.stream()
                .sorted(Comparator.comparing(RollLine::unitId).thenComparing(RollLine::memberId))
                .toList();
    }

    /** SHA-256 over the canonical form: session, days, then a line for each member: unit, member, status. */
    public String sha256() {
        StringBuilder canonical = new StringBuilder()
                .append(sessionId)
                .append('\n')
                .append(heldOn)
                .append('\n')
                .append(publishedOn)
                .append('\n');
        told.forEach(line -> canonical
                .append(line.unitId())
                .append(' ')
                .append(line.memberId())
                .append(' ')
                .append(line.status())
                .append('\n'));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
