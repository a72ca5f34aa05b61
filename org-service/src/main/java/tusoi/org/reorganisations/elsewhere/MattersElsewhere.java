package tusoi.org.reorganisations.elsewhere;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;

/** Keeps what discipline-service and review-service have open: only the latest version counts, in whatever order they come. */
@Component
public class MattersElsewhere implements Projection {
    private static final String CYCLE_OPENED = "review.cycle-opened.v1";
    /** Where a review is kept is told with the first event of it and never changes. */
    private static final Set<String> REVIEWS = Set.of("review.subject-obliged.v1", "review.subject-excluded.v1");

    private static final Set<String> REMOVALS = Set.of(
            "discipline.removal-opened.v1",
            "discipline.removal-voted.v1",
            "discipline.removal-proposed.v1",
            "discipline.removal-closed.v1",
            "discipline.member-removed.v1");
    private static final Set<String> DONE = Set.of("IN_EFFECT", "CLOSED");
    private static final Set<String> REMOVAL_DONE = Set.of("DECIDED", "CLOSED");

    private final JdbcClient loader;

    public MattersElsewhere(@Loader JdbcClient loader) {
        this.loader = loader;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                CYCLE_OPENED,
                "review.subject-obliged.v1",
                "review.subject-excluded.v1",
                "discipline.removal-opened.v1",
                "discipline.removal-voted.v1",
                "discipline.removal-proposed.v1",
                "discipline.removal-closed.v1",
                "discipline.member-removed.v1",
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
        reviews(events.stream().filter(event -> REVIEWS.contains(event.type())).toList());
        for (ReceivedEvent event : events) {
            if (REVIEWS.contains(event.type())) {
                continue;
            }
            if (event.type().equals(CYCLE_OPENED)) {
                cycle(event);
            } else {
                matter(event, REMOVALS.contains(event.type()));
            }
        }
    }

    @Override
    public void clear() {
        loader.sql("delete from org.open_matter").update();
        loader.sql("delete from org.review_cycle").update();
        loader.sql("delete from org.review_elsewhere").update();
    }

    private void matter(ReceivedEvent event, boolean removal) {
        JsonNode data = event.data();
        String state = data.path("state").asString();
        loader.sql("""
                        insert into org.open_matter (case_id, version, kind, subject_id, unit_id, state, open)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (case_id) do update
                        set version = excluded.version, unit_id = excluded.unit_id, state = excluded.state, open = excluded.open
                        where open_matter.version < excluded.version
                        """)
                .params(
                        event.aggregateId(),
                        event.version(),
                        removal ? "REMOVAL" : "CASE",
                        id(data, removal ? "memberId" : "subjectId"),
                        id(data, "unitId"),
                        state,
                        !(removal ? REMOVAL_DONE : DONE).contains(state))
                .update();
    }

    /** Many at once: a cycle obliges everybody under a district in one go. */
    private void reviews(List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        loader.sql("""
                        insert into org.review_elsewhere (review_id, version, unit_id)
                        select distinct on (id) id, version, unit
                        from unnest(:ids::uuid[], :versions::int8[], :units::uuid[]) as t (id, version, unit)
                        order by id, version desc
                        on conflict (review_id) do update set version = excluded.version, unit_id = excluded.unit_id
                        where review_elsewhere.version < excluded.version
                        """)
                .param("ids", SqlArrays.of("uuid", events, ReceivedEvent::aggregateId))
                .param("versions", SqlArrays.of("int8", events, ReceivedEvent::version))
                .param("units", SqlArrays.of("uuid", events, event -> id(event.data(), "unitId")))
                .update();
    }

    private void cycle(ReceivedEvent event) {
        JsonNode data = event.data();
        loader.sql("""
                        insert into org.review_cycle (cycle_id, version, year, opened_by, opened_on, due_on)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (cycle_id) do update
                        set version = excluded.version, opened_by = excluded.opened_by, opened_on = excluded.opened_on,
                            due_on = excluded.due_on
                        where review_cycle.version < excluded.version
                        """)
                .params(
                        event.aggregateId(),
                        event.version(),
                        data.path("year").asInt(),
                        id(data, "openedByUnitId"),
                        LocalDate.parse(data.path("openedOn").asString()),
                        LocalDate.parse(data.path("dueOn").asString()))
                .update();
    }

    private static UUID id(JsonNode data, String field) {
        return UUID.fromString(data.path(field).asString());
    }
}
