package tusoi.org.reorganisations.drafts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.domain.Operation;
import tusoi.org.units.DecisionText;

/** A reorganisation as it is kept; the operations both as they were sent, with ids, and as they are meant. */
public record Reorganisation(
        UUID id,
        long version,
        State state,
        DecisionText decision,
        List<OperationBody> sent,
        List<Operation> operations,
        List<UnitId> named,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant revokedAt) {
    public enum State {
        DRAFT,
        CONFIRMED,
        REVOKED,
        DISCARDED
    }
}
