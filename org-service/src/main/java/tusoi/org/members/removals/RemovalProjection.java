package tusoi.org.members.removals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;

/** Struck off, withdrawn or screened out, a probationary member too; or that decision annulled. */
@Component
class RemovalProjection implements Projection {
    private static final String CLOSED = "discipline.removal-closed.v1";
    private static final Map<String, Kind> WAYS =
            Map.of("STRIKE_OFF", Kind.STRUCK_OFF, "WITHDRAWAL", Kind.WITHDREW, "SCREENING", Kind.SCREENED_OUT);

    private final Departures departures;

    RemovalProjection(Departures departures) {
        this.departures = departures;
    }

    @Override
    public Set<String> types() {
        return Set.of("discipline.member-removed.v1", CLOSED);
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            if (event.type().equals(CLOSED) && !event.data().hasNonNull("annulledOn")) {
                continue;
            }
            String kind = event.data().path("kind").asString();
            departures.apply(Departure.of(event, "memberId", kind, WAYS.get(kind)));
        }
    }
}
