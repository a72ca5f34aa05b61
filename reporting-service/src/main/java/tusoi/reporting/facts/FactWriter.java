package tusoi.reporting.facts;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Copies;

/** Appends a batch's versions to the fact tables, in the inbox's transaction: one COPY a table, one update for what ended. */
@Component
class FactWriter {
    private final FactVersions versions;
    private final Copies copies;

    FactWriter(FactVersions versions, Copies copies) {
        this.versions = versions;
        this.copies = copies;
    }

    void append(List<ReceivedEvent> events, Set<FactTable> tables, BiConsumer<Rows, Recorded> toRows) {
        FactVersions.Batch batch = versions.admit(events);
        Rows rows = new Rows();
        batch.fresh().forEach(recorded -> toRows.accept(rows, recorded));
        rows.copyTo(copies);
        versions.end(tables, batch.ended());
    }

    void clear(Set<FactTable> tables) {
        versions.clear(tables);
    }
}
