package tusoi.org.reorganisations.drafts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.units.DecisionText;

/** A reorganisation as drafted, and what became of it; the units are those it names that were there before. */
public record ReorganisationView(
        UUID id,
        long version,
        String state,
        DecisionText decision,
        List<OperationBody> operations,
        List<UUID> units,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant revokedAt) {
    public static ReorganisationView of(Reorganisation kept) {
        return new ReorganisationView(
                kept.id(),
                kept.version(),
                kept.state().name(),
                kept.decision(),
                kept.sent(),
                kept.named().stream().map(UnitId::value).toList(),
                kept.createdAt(),
                kept.confirmedAt(),
                kept.revokedAt());
    }
}
