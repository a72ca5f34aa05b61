package tusoi.org.members.removals;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/**
 * Keeps of a case against a member whether it is open, and nothing else of it; and ends the membership of who is expelled, from the
 * day on which the decision works.
 */
@Component
class CaseProjection implements Projection {
    private static final Set<String> NOT_OPEN = Set.of("IN_EFFECT", "CLOSED");

    private final JdbcClient jdbc;
    private final Departures departures;

    CaseProjection(@Loader JdbcClient jdbc, Departures departures) {
        this.jdbc = jdbc;
        this.departures = departures;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "discipline.case-received.v1",
                "discipline.case-verifying.v1",
                "discipline.self-review-received.v1",
                "discipline.case-heard.v1",
                "discipline.ballots-counted.v1",
                "discipline.case-decided.v1",
                "discipline.decision-announced.v1",
                "discipline.case-closed.v1");
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        events.stream()
                .filter(event -> event.data().path("subjectType").asString("").equals("MEMBER"))
                .sorted(Comparator.comparing(ReceivedEvent::version))
                .forEach(this::apply);
    }

    private void apply(ReceivedEvent event) {
        JsonNode data = event.data();
        UUID member = UUID.fromString(data.path("subjectId").asString());
        boolean open = !NOT_OPEN.contains(data.path("state").asString(""));
        jdbc.sql("""
                        insert into org.discipline_case (case_id, member_id, version, open) values (?, ?, ?, ?)
                        on conflict (case_id) do update set version = excluded.version, open = excluded.open
                        where discipline_case.version < excluded.version
                        """).params(event.aggregateId(), member, event.version(), open).update();
        if (isExpulsionInEffect(data)) {
            departures.apply(Departure.of(event, "subjectId", "EXPULSION", Kind.EXPELLED));
        }
    }

    private static boolean isExpulsionInEffect(JsonNode data) {
        JsonNode decision = data.path("decision");
        return decision.path("form").asString("").equals("EXPULSION")
                && !decision.path("effectiveOn").asString("").isEmpty()
                && data.path("annulledOn").asString("").isEmpty();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from org.discipline_case").update();
    }
}
