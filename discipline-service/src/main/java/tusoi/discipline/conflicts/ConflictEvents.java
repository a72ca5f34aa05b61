package tusoi.discipline.conflicts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** Keeps each conflict once. */
@Component
class ConflictEvents implements Projection {
    private static final String SETTLED = "org.removal-conflict-settled.v1";

    private final JdbcClient jdbc;

    ConflictEvents(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> types() {
        return Set.of("org.removal-conflicted.v1", SETTLED);
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        events.forEach(this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (event.type().equals(SETTLED)) {
            jdbc.sql("update discipline.removal_conflict set register_settled_at = ? where conflict_id = ?")
                    .params(event.recordedAt().atOffset(ZoneOffset.UTC), event.aggregateId())
                    .update();
            return;
        }
        JsonNode conflict = event.data();
        String unit = conflict.path("unitId").asString("");
        String effectiveOn = conflict.path("effectiveOn").asString("");
        jdbc.sql("insert into discipline.removal_conflict values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(Arrays.asList(
                        event.aggregateId(),
                        UUID.fromString(conflict.path("caseId").asString()),
                        UUID.fromString(conflict.path("memberId").asString()),
                        unit.isEmpty() ? null : UUID.fromString(unit),
                        conflict.path("kind").asString(),
                        effectiveOn.isEmpty() ? null : LocalDate.parse(effectiveOn),
                        conflict.path("reason").asString(),
                        event.recordedAt().atOffset(ZoneOffset.UTC)))
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from discipline.removal_conflict").update();
    }
}
