package tusoi.org.members.domain;

import static tusoi.org.members.domain.MemberRules.ORG_14;
import static tusoi.org.members.domain.MemberRules.ORG_15;
import static tusoi.org.members.domain.MemberRules.ORG_16;
import static tusoi.org.members.domain.MemberRules.ORG_17;
import static tusoi.org.members.domain.MemberRules.ORG_18;
import static tusoi.org.members.domain.MemberRules.ORG_52;
import static tusoi.org.members.domain.MemberRules.ORG_69;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.calendar.WorkingDays;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.validity.Timeline;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/** A membership over valid time with the ways in, across and out; each operation answers it as changed, or refuses. */
public record MemberHistory(
        MemberId id,
        Timeline<Membership> slices,
        List<Movement> movements,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate recognisedOn) {
    public MemberHistory {
        movements =
                movements.stream().sorted(Comparator.comparing(Movement::on)).toList();
    }

    /** ORG-14: not before the probation is over, and as of the day on which it was. ORG-52 and ORG-53 warn. */
    public Decision<MemberHistory, MemberChange> recognise(
            LocalDate decidedOn, @Nullable Ballot ballot, RuleProfile profile, WorkingDays days) {
        if (admittedOn == null) {
            return Decision.refused(ORG_14, "The day of admission is not known", Map.of());
        }
        int months = profile.number(ORG_14, "probationMonths").intValue();
        LocalDate due = admittedOn.plusMonths(months);
        if (decidedOn.isBefore(due)) {
            return Decision.refused(
                    ORG_14,
                    "The probation ends on " + due,
                    Map.of("admittedOn", admittedOn, "probationMonths", months, "decidedOn", decidedOn));
        }
        LocalDate entered = slices.startOfRunBefore(decidedOn);
        LocalDate from = due.isBefore(entered) ? entered : due;
        Optional<Membership> then = slices.on(from);
        if (then.isEmpty() || slices.on(decidedOn).isEmpty()) {
            return notInForce(decidedOn);
        }
        if (then.get().state() == MemberState.OFFICIAL) {
            return Decision.refused(ORG_17, "An official member already", Map.of("on", from));
        }
        Timeline<Membership> changed =
                slices.change(from, Membership::state, membership -> membership.in(MemberState.OFFICIAL));
        int allowed = profile.number(ORG_52, "workingDays").intValue();
        int taken = days.between(due, decidedOn);
        return Ballot.judge(
                ballot,
                profile,
                Decision.accepted(new MemberHistory(id, changed, movements, admittedOn, due), MemberChange.RECOGNISED)
                        .warnUnless(
                                taken <= allowed,
                                ORG_52,
                                "Decided " + taken + " working days after the probation, " + allowed + " are allowed",
                                Map.of("workingDays", taken, "workingDaysAllowed", allowed, "probationOver", due)));
    }

    /** ORG-12, ORG-15. A reorganisation decided for later days no longer moves who is elsewhere by then. */
    public Decision<MemberHistory, MemberChange> transfer(LocalDate on, UnitId to, HomeLives homes) {
        Optional<Membership> held = slices.on(on);
        if (held.isEmpty()) {
            return notInForce(on);
        }
        UnitId from = held.get().home();
        boolean movesLater = movesAfter(on);
        if (to.equals(from) || movesLater || !isMemberOn(on.minusDays(1))) {
            return Decision.refused(
                    ORG_15,
                    to.equals(from) ? "At home there already" : "A way in or a move on that day or later is recorded",
                    Map.of("on", on));
        }
        if (!homes.canBeHome(to, on, null)) {
            return Entries.noHome(to, on);
        }
        Movement movement = new Movement(on, Kind.TRANSFERRED, from, to, null);
        return changed(slices.set(on, null, membership -> membership.movedTo(to)), movement, MemberChange.TRANSFERRED);
    }

    /** Exempt on {@code [from, to)}; or no longer exempt. */
    public Decision<MemberHistory, MemberChange> exempt(LocalDate from, @Nullable LocalDate to, boolean exempt) {
        if (slices.on(from).isEmpty() || (to != null && slices.on(to).isEmpty())) {
            return notInForce(from);
        }
        if (to != null && !to.isAfter(from)) {
            return Decision.refused(ORG_16, "It ends before it begins", Map.of("from", from, "to", to));
        }
        Timeline<Membership> changed = slices.set(from, to, membership -> membership.exempted(exempt));
        if (changed.equals(slices)) {
            return Decision.refused(ORG_17, "It is so already", Map.of("from", from));
        }
        return changed(changed, null, MemberChange.EXEMPTED);
    }

    /** ORG-17, ORG-18: the day of leaving is no longer inside. ORG-69. */
    public Decision<MemberHistory, MemberChange> leave(LocalDate on, Kind way, @Nullable UUID caseId) {
        Optional<Membership> held = slices.on(on);
        if (held.isEmpty() || !isMemberOn(on.minusDays(1))) {
            return notInForce(on);
        }
        if (movesAfter(on)) {
            return Decision.refused(ORG_18, "A movement after that day is recorded", Map.of("on", on));
        }
        if (way == Kind.EXPELLED && held.get().state() != MemberState.OFFICIAL) {
            return Decision.refused(ORG_69, "A probationary member on " + on, Map.of("on", on));
        }
        Movement movement = new Movement(on, way, held.get().home(), null, caseId);
        return changed(
                slices.endOn(on), movement, way == Kind.TRANSFERRED ? MemberChange.TRANSFERRED : MemberChange.LEFT);
    }

    /** A reorganisation decided for a later day is no obstacle: it takes along who is still there by then. */
    private boolean movesAfter(LocalDate on) {
        return movements.stream()
                .anyMatch(movement -> movement.on().isAfter(on) && movement.reorganisationId() == null);
    }

    /** In force on the day. */
    public boolean isMemberOn(LocalDate day) {
        return slices.on(day).isPresent();
    }

    Decision<MemberHistory, MemberChange> changed(
            Timeline<Membership> changed, @Nullable Movement movement, MemberChange change) {
        List<Movement> all = new ArrayList<>(movements);
        if (movement != null) {
            all.removeIf(later -> later.on().isAfter(movement.on()) && later.reorganisationId() != null);
            all.add(movement);
        }
        return Decision.accepted(new MemberHistory(id, changed, all, admittedOn, recognisedOn), change);
    }

    Decision<MemberHistory, MemberChange> notInForce(LocalDate on) {
        return Decision.refused(
                ORG_17, "The membership is not in force on " + on, Map.of("on", on, "since", slices.start()));
    }
}
