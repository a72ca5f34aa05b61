package tusoi.reporting.facts;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Copies;
import tusoi.reporting.sums.Sealing;

/** Appends a batch's versions to the fact tables, in the inbox's transaction: one COPY a table, one update for what ended. */
@Component
class FactWriter {
    private final FactVersions versions;
    private final Copies copies;
    private final @Nullable Sealing sums;

    /** @param sums null where none rest on these facts */
    FactWriter(FactVersions versions, Copies copies, @Nullable Sealing sums) {
        this.versions = versions;
        this.copies = copies;
        this.sums = sums;
    }

    void append(List<ReceivedEvent> events, Set<FactTable> tables, BiConsumer<Rows, Recorded> toRows) {
        FactVersions.Batch batch = versions.admit(events);
        if (sums != null) {
            sums.noteAdded(batch.fresh().stream().map(one -> one.event().recordedAt()));
        }
        Rows rows = new Rows();
        batch.fresh().forEach(recorded -> toRows.accept(rows, recorded));
        rows.copyTo(copies);
        versions.end(tables, batch.ended());
    }

    void clear(Set<FactTable> tables) {
        versions.clear(tables);
        if (sums != null) {
            sums.forget();
        }
    }
}
