package tusoi.org.members.removals;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;

/** Ends the membership of who is expelled, from the day on which the decision works. */
@Component
class ExpulsionProjection implements Projection {
    private final Departures departures;

    ExpulsionProjection(Departures departures) {
        this.departures = departures;
    }

    @Override
    public Set<String> types() {
        return Set.of("discipline.case-decided.v1", "discipline.decision-announced.v1", "discipline.case-closed.v1");
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        events.stream()
                .filter(event -> isExpulsionInEffect(event.data()))
                .sorted(Comparator.comparing(ReceivedEvent::version))
                .forEach(event -> departures.apply(Departure.of(event, "subjectId", "EXPULSION", Kind.EXPELLED)));
    }

    private static boolean isExpulsionInEffect(JsonNode data) {
        JsonNode decision = data.path("decision");
        return data.path("subjectType").asString("").equals("MEMBER")
                && decision.path("form").asString("").equals("EXPULSION")
                && !decision.path("effectiveOn").asString("").isEmpty();
    }
}
