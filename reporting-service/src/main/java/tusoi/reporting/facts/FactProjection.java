package tusoi.reporting.facts;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;

/** A kind of event as rows of facts. A further fact is a table, a mapping like these, and a line in {@link FactProjections}. */
record FactProjection(Set<String> types, Set<FactTable> tables, BiConsumer<Rows, Recorded> toRows, FactWriter writer)
        implements Projection {
    @Override
    public void apply(List<ReceivedEvent> events) {
        writer.append(events, tables, toRows);
    }

    /** The versions are shared by all facts: a rebuild clears every projection, in one transaction. */
    @Override
    public void clear() {
        writer.clear(tables);
    }
}
