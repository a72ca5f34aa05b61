package tusoi.org.members;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.org.ids.MemberId;
import tusoi.org.members.MemberJournal.Grounds;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;

/**
 * Ends the membership of who was removed by a decision of discipline-service, which is the only decision: where it cannot be
 * applied, a conflict is kept for people to see.
 */
@Component
class RemovalProjection implements Projection {
    private static final String REMOVED = "discipline.member-removed.v1";
    private static final Map<String, Kind> WAYS =
            Map.of("STRIKE_OFF", Kind.STRUCK_OFF, "WITHDRAWAL", Kind.WITHDREW, "SCREENING", Kind.SCREENED_OUT);

    private final MemberStore store;
    private final JdbcClient loader;
    private final TransactionClock clock;

    RemovalProjection(MemberStore store, @Loader JdbcClient loader, TransactionClock clock) {
        this.store = store;
        this.loader = loader;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of(REMOVED);
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        events.forEach(this::apply);
    }

    /** The fields of a removal that are used here. */
    private record Removal(
            UUID caseId,
            long version,
            UUID actor,
            UUID member,
            @Nullable UUID unit,
            String kind,
            @Nullable LocalDate effectiveOn,
            String number) {
        static Removal of(ReceivedEvent event) {
            JsonNode data = event.data();
            JsonNode decision = data.path("decision");
            String unit = data.path("unitId").asString("");
            String effectiveOn = decision.path("effectiveOn").asString("");
            return new Removal(
                    event.aggregateId(),
                    event.version(),
                    event.actor(),
                    UUID.fromString(data.path("memberId").asString()),
                    unit.isEmpty() ? null : UUID.fromString(unit),
                    data.path("kind").asString(),
                    effectiveOn.isEmpty() ? null : LocalDate.parse(effectiveOn),
                    decision.path("number").asString(""));
        }
    }

    private void apply(ReceivedEvent event) {
        Removal removal = Removal.of(event);
        Kind way = WAYS.get(removal.kind());
        Optional<Members.Stored> stored = store.asLoader().lock(new MemberId(removal.member()));
        if (stored.isEmpty()) {
            conflict(removal, "The member is not in the register");
        } else if (isAppliedAlready(stored.get(), removal)) {
            return;
        } else if (way == null || removal.effectiveOn() == null) {
            conflict(removal, "The kind or the effective day is missing or not known");
        } else {
            switch (stored.get().member().leave(removal.effectiveOn(), way, removal.caseId())) {
                case Refused<MemberHistory, MemberChange>(var rule, var why, var facts) ->
                    conflict(removal, rule.code() + ": " + why);
                case Accepted<MemberHistory, MemberChange> accepted -> save(stored.get(), accepted, removal);
            }
        }
    }

    /** As when everything is read again from the first event. */
    private static boolean isAppliedAlready(Members.Stored stored, Removal removal) {
        return stored.member().movements().stream()
                .anyMatch(movement -> removal.caseId().equals(movement.caseId()));
    }

    private void save(Members.Stored stored, Accepted<MemberHistory, MemberChange> accepted, Removal removal) {
        Instant recordedAt = clock.recordedAtAfter(stored.recordedAt());
        long version = stored.version() + 1;
        store.asLoader().save(accepted.state(), version, recordedAt);
        store.journalAsLoader()
                .write(
                        accepted.state(),
                        accepted.event(),
                        stored.member(),
                        version,
                        new Grounds(
                                Map.of("caseId", removal.caseId(), "number", removal.number()),
                                null,
                                List.of(),
                                Overrides.NONE,
                                removal.actor(),
                                recordedAt));
    }

    private void conflict(Removal removal, String reason) {
        loader.sql("insert into org.removal_conflict values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(Arrays.asList(
                        removal.caseId(),
                        removal.version(),
                        removal.member(),
                        removal.unit(),
                        removal.kind(),
                        removal.effectiveOn(),
                        reason,
                        clock.recordedAt().atOffset(ZoneOffset.UTC)))
                .update();
    }
}
