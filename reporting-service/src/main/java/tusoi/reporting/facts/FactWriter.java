package tusoi.reporting.facts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
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
    private final @Nullable FactChanges changes;

    /** What nothing rests on, neither sums nor answers that are kept. */
    FactWriter(FactVersions versions, Copies copies) {
        this.versions = versions;
        this.copies = copies;
        this.sums = null;
        this.changes = null;
    }

    @Autowired
    FactWriter(FactVersions versions, Copies copies, Sealing sums, FactChanges changes) {
        this.versions = versions;
        this.copies = copies;
        this.sums = sums;
        this.changes = changes;
    }

    void append(List<ReceivedEvent> events, Set<FactTable> tables, BiConsumer<Rows, Recorded> toRows) {
        FactVersions.Batch batch = versions.admit(events);
        if (sums != null) {
            sums.noteAdded(batch.fresh().stream().map(one -> one.event().recordedAt()));
        }
        Rows rows = new Rows();
        batch.fresh().forEach(recorded -> toRows.accept(rows, recorded));
        rows.copyTo(copies);
        Map<String, WrittenTimes> written = new HashMap<>(rows.written());
        versions.end(tables, batch.ended()).forEach((table, at) -> noteAll(table, at, written));
        note(written);
    }

    void clear(Set<FactTable> tables) {
        versions.clear(tables);
        if (sums != null) {
            sums.forget();
        }
        Map<String, WrittenTimes> all = new HashMap<>();
        tables.forEach(table -> noteAll(table, WrittenTimes.at(Instant.EPOCH), all));
        note(all);
    }

    /** Of which kind the rows were is not known any more. */
    private static void noteAll(FactTable table, WrittenTimes at, Map<String, WrittenTimes> written) {
        written.merge(table.unqualifiedName(), at, WrittenTimes::and);
        if (table.isToldByKind()) {
            written.merge(FactChanges.ofKind(table.unqualifiedName(), FactChanges.ANY), at, WrittenTimes::and);
        }
    }

    private void note(Map<String, WrittenTimes> written) {
        if (changes != null) {
            changes.note(written);
        }
    }
}
