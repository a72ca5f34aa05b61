package tusoi.org.members.removals;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.platform.inbox.ReceivedEvent;

/**
 * Somebody leaves by a decision of discipline-service.
 *
 * @param way null where the kind is not known here
 * @param annulledOn the decision was wrong
 */
record Departure(
        UUID caseId,
        long version,
        UUID actor,
        UUID member,
        @Nullable UUID unit,
        String kind,
        @Nullable Kind way,
        @Nullable LocalDate effectiveOn,
        String number,
        @Nullable LocalDate annulledOn) {

    static Departure of(ReceivedEvent event, String memberField, String kind, @Nullable Kind way) {
        JsonNode data = event.data();
        JsonNode decision = data.path("decision");
        String unit = data.path("unitId").asString("");
        String effectiveOn = decision.path("effectiveOn").asString("");
        String annulledOn = data.path("annulledOn").asString("");
        return new Departure(
                event.aggregateId(),
                event.version(),
                event.actor(),
                UUID.fromString(data.path(memberField).asString()),
                unit.isEmpty() ? null : UUID.fromString(unit),
                kind,
                way,
                effectiveOn.isEmpty() ? null : LocalDate.parse(effectiveOn),
                decision.path("number").asString(""),
                annulledOn.isEmpty() ? null : LocalDate.parse(annulledOn));
    }
}
