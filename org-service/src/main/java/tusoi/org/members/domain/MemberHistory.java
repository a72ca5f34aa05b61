package tusoi.org.members.domain;

import static tusoi.org.members.domain.MemberRules.ORG_12;
import static tusoi.org.members.domain.MemberRules.ORG_13;
import static tusoi.org.members.domain.MemberRules.ORG_14;
import static tusoi.org.members.domain.MemberRules.ORG_15;
import static tusoi.org.members.domain.MemberRules.ORG_16;
import static tusoi.org.members.domain.MemberRules.ORG_17;
import static tusoi.org.members.domain.MemberRules.ORG_18;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.validity.Slice;
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

    /** ORG-12, ORG-16. A member recognised after coming home was probationary until then. */
    public static Decision<MemberHistory, MemberChange> register(MemberId id, NewMember member, HomeLives homes) {
        Optional<String> disorder = disorder(member);
        if (disorder.isPresent()) {
            return Decision.refused(ORG_16, disorder.get(), Map.of("homeSince", member.homeSince()));
        }
        if (!homes.canBeHome(member.home(), member.homeSince(), null)) {
            return noHome(member.home(), member.homeSince());
        }
        Movement entry = new Movement(member.homeSince(), Kind.REGISTERED, member.home(), null, null);
        return Decision.accepted(
                new MemberHistory(id, slices(member), List.of(entry), member.admittedOn(), member.recognisedOn()),
                MemberChange.REGISTERED);
    }

    /** The days of a member that is entered, in order: what is wrong with them, if anything. */
    public static Optional<String> disorder(NewMember member) {
        LocalDate admitted = member.admittedOn();
        LocalDate recognised = member.recognisedOn();
        if (!member.birthDate().isBefore(admitted == null ? member.homeSince() : admitted)) {
            return Optional.of("Born on or after the day of admission");
        }
        if (admitted != null && admitted.isAfter(member.homeSince())) {
            return Optional.of("At home before admission");
        }
        if (recognised != null && (admitted == null || !recognised.isAfter(admitted))) {
            return Optional.of("Recognised without or before admission");
        }
        if (member.state() == MemberState.PROBATIONARY && recognised != null) {
            return Optional.of("Recognised, but probationary");
        }
        return Optional.empty();
    }

    private static Timeline<Membership> slices(NewMember member) {
        Membership now = new Membership(member.home(), member.state(), member.exempt(), false);
        LocalDate recognised = member.recognisedOn();
        if (recognised == null || !recognised.isAfter(member.homeSince())) {
            return Timeline.from(member.homeSince(), now);
        }
        return new Timeline<>(List.of(
                new Slice<>(member.homeSince(), recognised, now.in(MemberState.PROBATIONARY)),
                new Slice<>(recognised, null, now)));
    }

    /** ORG-12, ORG-16; ORG-13 warns. */
    public static Decision<MemberHistory, MemberChange> admit(
            MemberId id, UnitId home, LocalDate on, LocalDate birthDate, RuleProfile profile, HomeLives homes) {
        if (!birthDate.isBefore(on)) {
            return Decision.refused(ORG_16, "Born on or after the day of admission", Map.of("birthDate", birthDate));
        }
        if (!homes.canBeHome(home, on, null)) {
            return noHome(home, on);
        }
        int age = Period.between(birthDate, on).getYears();
        int fromYears = profile.number(ORG_13, "ageFromYears").intValue();
        int throughYears = profile.number(ORG_13, "ageThroughYears").intValue();
        boolean over = birthDate.plusYears(throughYears).isBefore(on);
        Decision<MemberHistory, MemberChange> accepted = Decision.accepted(
                new MemberHistory(
                        id,
                        Timeline.from(on, new Membership(home, MemberState.PROBATIONARY, false, false)),
                        List.of(new Movement(on, Kind.ADMITTED, home, null, null)),
                        on,
                        null),
                MemberChange.ADMITTED);
        return accepted.warnUnless(
                age >= fromYears && !over,
                ORG_13,
                "Admitted at " + age + " years",
                Map.of("ageYears", age, "fromYears", fromYears, "throughYears", throughYears));
    }

    /** ORG-14: not before the probation is over, and as of the day on which it was. */
    public Decision<MemberHistory, MemberChange> recognise(LocalDate decidedOn, RuleProfile profile) {
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
        LocalDate from = due.isBefore(slices.start()) ? slices.start() : due;
        Optional<Membership> then = slices.on(from);
        if (then.isEmpty() || slices.on(decidedOn).isEmpty()) {
            return notInForce(decidedOn);
        }
        if (then.get().state() == MemberState.OFFICIAL) {
            return Decision.refused(ORG_17, "An official member already", Map.of("on", from));
        }
        Timeline<Membership> changed =
                slices.change(from, Membership::state, membership -> membership.in(MemberState.OFFICIAL));
        return Decision.accepted(new MemberHistory(id, changed, movements, admittedOn, due), MemberChange.RECOGNISED);
    }

    /** ORG-12, ORG-15. */
    public Decision<MemberHistory, MemberChange> transfer(LocalDate on, UnitId to, HomeLives homes) {
        Optional<Membership> held = slices.on(on);
        if (held.isEmpty()) {
            return notInForce(on);
        }
        UnitId from = held.get().home();
        LocalDate nextMove = slices.nextChangeAfter(on, Membership::home);
        boolean movesLater = nextMove != null && slices.on(nextMove).isPresent();
        if (to.equals(from) || movesLater || !on.isAfter(slices.start())) {
            return Decision.refused(
                    ORG_15,
                    to.equals(from) ? "At home there already" : "A way in or a move on that day or later is recorded",
                    Map.of("on", on));
        }
        if (!homes.canBeHome(to, on, nextMove)) {
            return noHome(to, on);
        }
        Movement movement = new Movement(on, Kind.TRANSFERRED, from, to, null);
        return changed(
                slices.change(on, Membership::home, membership -> membership.movedTo(to)),
                movement,
                MemberChange.TRANSFERRED);
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

    /** ORG-17, ORG-18: the day of leaving is no longer inside. */
    public Decision<MemberHistory, MemberChange> leave(LocalDate on, Kind way, @Nullable UUID caseId) {
        Optional<Membership> held = slices.on(on);
        if (held.isEmpty() || !on.isAfter(slices.start())) {
            return notInForce(on);
        }
        if (movements.stream().anyMatch(movement -> movement.on().isAfter(on))) {
            return Decision.refused(ORG_18, "A movement after that day is recorded", Map.of("on", on));
        }
        Movement movement = new Movement(on, way, held.get().home(), null, caseId);
        return changed(slices.endOn(on), movement, MemberChange.LEFT);
    }

    /** In force on the day. */
    public boolean isMemberOn(LocalDate day) {
        return slices.on(day).isPresent();
    }

    private Decision<MemberHistory, MemberChange> changed(
            Timeline<Membership> changed, @Nullable Movement movement, MemberChange change) {
        List<Movement> all = new ArrayList<>(movements);
        if (movement != null) {
            all.add(movement);
        }
        return Decision.accepted(new MemberHistory(id, changed, all, admittedOn, recognisedOn), change);
    }

    private Decision<MemberHistory, MemberChange> notInForce(LocalDate on) {
        return Decision.refused(
                ORG_17, "The membership is not in force on " + on, Map.of("on", on, "since", slices.start()));
    }

    private static Decision<MemberHistory, MemberChange> noHome(UnitId unit, LocalDate from) {
        return Decision.refused(
                ORG_12, "Not a branch that lives from " + from + " on", Map.of("unit", unit.value(), "from", from));
    }
}
