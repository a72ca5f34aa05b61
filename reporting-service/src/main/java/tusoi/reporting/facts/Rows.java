package tusoi.reporting.facts;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.platform.persistence.Copies;
import tusoi.platform.persistence.CopyRows;

/** A batch's new rows of facts. */
final class Rows {
    private final Map<FactTable, CopyRows> rows = new EnumMap<>(FactTable.class);
    private final Map<String, WrittenTimes> written = new HashMap<>();

    /** A row begins with what every fact has; its own values, as many as the table has columns, follow. */
    void add(FactTable table, Recorded recorded, @Nullable Object... values) {
        CopyRows row = rows.computeIfAbsent(table, _ -> new CopyRows());
        row.begin(4 + values.length);
        row.add(recorded.event().aggregateId());
        row.add(recorded.event().version());
        row.add(recorded.event().recordedAt());
        row.add(recorded.recordedTo());
        for (Object value : values) {
            row.add(value);
        }
        note(table.unqualifiedName(), recorded);
        if (table.isToldByKind()) {
            note(FactChanges.ofKind(table.unqualifiedName(), String.valueOf(values[table.place("kind")])), recorded);
        }
    }

    private void note(String fact, Recorded recorded) {
        written.merge(fact, WrittenTimes.at(recorded.event().recordedAt()), WrittenTimes::and);
    }

    /** Of each kind of fact that has new rows, when these were recorded. */
    Map<String, WrittenTimes> written() {
        return written;
    }

    void copyTo(Copies copies) {
        rows.forEach((table, added) -> copies.into(table.qualifiedName(), table.columns(), added));
    }
}
