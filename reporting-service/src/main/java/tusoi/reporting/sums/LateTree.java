package tusoi.reporting.sums;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.scope.UnitEvents;

/** Has the sums made anew where a mend changes the tree as it was known when they were sealed. */
@Component
class LateTree implements Projection {
    private final Sealing sums;

    LateTree(Sealing sums) {
        this.sums = sums;
    }

    @Override
    public Set<String> types() {
        return UnitEvents.TYPES;
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        sums.noteAdded(events.stream().map(ReceivedEvent::recordedAt));
    }

    @Override
    public void clear() {
        sums.forget();
    }
}
