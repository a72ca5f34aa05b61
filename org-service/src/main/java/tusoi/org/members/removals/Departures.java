package tusoi.org.members.removals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.members.domain.Returns;
import tusoi.org.members.histories.MemberJournal.Grounds;
import tusoi.org.members.histories.MemberStore;
import tusoi.org.members.histories.Members;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;

/**
 * Ends a membership by the decision of discipline-service, which is the only decision, and restores it where that is annulled; where
 * it cannot be applied, a conflict is kept and told, for people of both services to see. A decision about an entry that was given up
 * is one about the entry that goes on. As the inbox's loader.
 */
@Component
class Departures {
    private final MemberStore store;
    private final Conflicts conflicts;
    private final TransactionClock clock;
    private final UnitDirectory units;

    Departures(MemberStore store, Conflicts conflicts, TransactionClock clock, UnitDirectory units) {
        this.units = units;
        this.store = store;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    void apply(Departure departure) {
        Optional<Members.Stored> stored =
                store.asLoader().kept(new MemberId(departure.member())).flatMap(store.asLoader()::lock);
        LocalDate annulledOn = departure.annulledOn();
        if (stored.isEmpty()) {
            conflicts.keep(departure, "NOT_IN_REGISTER", "The member is not in the register");
        } else if (annulledOn != null) {
            reinstate(stored.get(), departure, annulledOn);
        } else if (isAppliedAlready(stored.get(), departure)) {
            return;
        } else if (departure.way() == null || departure.effectiveOn() == null) {
            conflicts.keep(departure, "NOT_UNDERSTOOD", "The kind or the effective day is missing or not known");
        } else {
            switch (stored.get().member().leave(departure.effectiveOn(), departure.way(), departure.caseId())) {
                case Refused<MemberHistory, MemberChange>(var rule, var why, var facts) ->
                    conflicts.keep(departure, rule.code(), rule.code() + ": " + why);
                case Accepted<MemberHistory, MemberChange> accepted -> save(stored.get(), accepted, departure);
            }
        }
    }

    /** Nothing where the removal was never applied, or has been undone already. */
    private void reinstate(Members.Stored stored, Departure departure, LocalDate annulledOn) {
        boolean undone = stored.member().movements().stream()
                .anyMatch(
                        movement -> departure.caseId().equals(movement.caseId()) && movement.kind() == Kind.REINSTATED);
        if (undone || !isAppliedAlready(stored, departure)) {
            return;
        }
        switch (Returns.reinstate(stored.member(), departure.caseId(), annulledOn, units::canBeHome)) {
            case Refused<MemberHistory, MemberChange>(var rule, var why, var facts) ->
                conflicts.keep(departure, rule.code(), rule.code() + ": " + why);
            case Accepted<MemberHistory, MemberChange> accepted -> save(stored, accepted, departure);
        }
    }

    /** As when everything is read again from the first event. */
    private static boolean isAppliedAlready(Members.Stored stored, Departure departure) {
        return stored.member().movements().stream()
                .anyMatch(movement -> departure.caseId().equals(movement.caseId()));
    }

    private void save(Members.Stored stored, Accepted<MemberHistory, MemberChange> accepted, Departure departure) {
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
                                Map.of("caseId", departure.caseId(), "number", departure.number()),
                                null,
                                List.of(),
                                Overrides.NONE,
                                departure.actor(),
                                recordedAt));
    }
}
