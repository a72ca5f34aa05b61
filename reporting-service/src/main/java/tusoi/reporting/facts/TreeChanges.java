package tusoi.reporting.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.reporting.sums.Sealing;
import tusoi.scope.UnitEvents;

/** Notes that the tree has changed, and has the sums made anew where a mend changes it as it was known when they were sealed. */
@Component
class TreeChanges implements Projection {
    private final Sealing sums;
    private final FactChanges changes;

    TreeChanges(Sealing sums, FactChanges changes) {
        this.sums = sums;
        this.changes = changes;
    }

    @Override
    public Set<String> types() {
        return UnitEvents.TYPES;
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        sums.noteAdded(events.stream().map(ReceivedEvent::recordedAt));
        changes.note(Map.of(
                FactChanges.TREE,
                events.stream()
                        .map(event -> WrittenTimes.at(event.recordedAt()))
                        .reduce(WrittenTimes::and)
                        .orElseThrow()));
    }

    @Override
    public void clear() {
        sums.forget();
        changes.note(Map.of(FactChanges.TREE, WrittenTimes.at(Instant.EPOCH)));
    }
}
