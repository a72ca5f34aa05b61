package tusoi.scope;

import java.util.List;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;

/** Hands events to the projections within the caller's transaction. */
class LocalCopy implements UnitEvents {
    private final List<Projection> projections;

    LocalCopy(List<Projection> projections) {
        this.projections = List.copyOf(projections);
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        for (Projection projection : projections) {
            List<ReceivedEvent> wanted = events.stream()
                    .filter(event -> projection.types().contains(event.type()))
                    .toList();
            if (!wanted.isEmpty()) {
                projection.apply(wanted);
            }
        }
    }
}
