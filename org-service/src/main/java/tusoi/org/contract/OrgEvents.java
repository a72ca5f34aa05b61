package tusoi.org.contract;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;
import tusoi.platform.security.ActorIds;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.UnitEvents;

/** Announces what changed. The tree and the grants, which this service asks too, change here in the same transaction. */
@Component
public class OrgEvents {
    private static final String TOPIC = "org.events";
    private static final String TREE_KEY = "tree";

    private final Outbox outbox;
    private final UnitEvents scope;
    private final TransactionClock clock;
    private final ActorIds actors;
    private final JsonMapper json;

    OrgEvents(Outbox outbox, UnitEvents scope, TransactionClock clock, ActorIds actors, JsonMapper json) {
        this.outbox = outbox;
        this.scope = scope;
        this.clock = clock;
        this.actors = actors;
        this.json = json;
    }

    public void unit(String type, long version, UnitData data) {
        units(List.of(new UnitEvent(type, version, data)));
    }

    /** A version of a unit, as it is announced. */
    public record UnitEvent(String type, long version, UnitData data) {}

    /** Several units at once, one version of each. */
    public void units(List<UnitEvent> changed) {
        scoped(changed.stream()
                .map(unit ->
                        new OutgoingEvent(unit.type(), TREE_KEY, unit.data().unitId(), unit.version(), unit.data()))
                .toList());
    }

    public void account(String type, long version, AccountData data) {
        scopedOne(new OutgoingEvent(type, data.accountId().toString(), data.accountId(), version, data));
    }

    public void grant(String type, long version, GrantData data) {
        scopedOne(new OutgoingEvent(type, data.grantId().toString(), data.grantId(), version, data));
    }

    public void member(String type, long version, MemberData data) {
        outbox.publish(new OutgoingEvent(type, data.memberId().toString(), data.memberId(), version, data));
    }

    public void transfer(String type, long version, TransferData data) {
        outbox.publish(new OutgoingEvent(type, data.memberId().toString(), data.transferId(), version, data));
    }

    public void activity(String type, long version, ActivityData data) {
        outbox.publish(new OutgoingEvent(type, data.memberId().toString(), data.activityId(), version, data));
    }

    public void prospect(String type, long version, ProspectData data) {
        outbox.publish(new OutgoingEvent(type, data.prospectId().toString(), data.prospectId(), version, data));
    }

    public void removalConflict(String type, long version, RemovalConflictData data) {
        outbox.publish(new OutgoingEvent(type, data.caseId().toString(), data.conflictId(), version, data));
    }

    public void post(String type, long version, PostData data) {
        outbox.publish(new OutgoingEvent(type, data.memberId().toString(), data.postHoldingId(), version, data));
    }

    public void assignment(String type, long version, AssignmentData data) {
        outbox.publish(new OutgoingEvent(type, data.memberId().toString(), data.assignmentId(), version, data));
    }

    public void name(UUID memberId, NameData name) {
        outbox.publishLatest("org.names", "member/" + memberId, name);
    }

    private void scopedOne(OutgoingEvent event) {
        scoped(List.of(event));
    }

    private void scoped(List<OutgoingEvent> events) {
        events.forEach(outbox::publish);
        scope.apply(events.stream().map(this::received).toList());
    }

    private ReceivedEvent received(OutgoingEvent event) {
        return new ReceivedEvent(
                TOPIC,
                0,
                0,
                event.type(),
                event.aggregateId(),
                event.version(),
                clock.recordedAt(),
                actors.current(),
                json.valueToTree(event.data()));
    }
}
