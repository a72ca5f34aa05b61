package tusoi.org.members.domain;

import static tusoi.org.members.domain.MemberRules.ORG_65;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.validity.Timeline;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/** ORG-65: what was entered wrongly is set right; what was held before stays in the versions. */
public final class Corrections {
    private Corrections() {}

    /**
     * Moves the day of the movement at the place; with the day of an admission goes the day of recognition. Between the two days
     * nothing else may be recorded.
     */
    public static Decision<MemberHistory, MemberChange> moveDay(
            MemberHistory member, int place, LocalDate to, RuleProfile profile, HomeLives homes) {
        if (place < 0 || place >= member.movements().size()) {
            return refused("No such movement", Map.of("place", place));
        }
        Movement wrong = member.movements().get(place);
        LocalDate first = wrong.on().isBefore(to) ? wrong.on() : to;
        LocalDate last = wrong.on().isBefore(to) ? to : wrong.on();
        if (isOfOthers(wrong) || !isAllOfItsDay(member, wrong)) {
            return refused("A decided removal and a reorganisation are not corrected here", Map.of("on", wrong.on()));
        }
        if (wrong.on().equals(to) || isAnythingElseWithin(member, wrong, first, last)) {
            return refused(
                    wrong.on().equals(to) ? "It is that day already" : "Something else is recorded on those days",
                    Map.of("on", wrong.on(), "to", to));
        }
        Optional<Timeline<Membership>> moved = moved(member.slices(), wrong, to);
        if (moved.isEmpty()) {
            return refused("No membership on those days", Map.of("on", wrong.on(), "to", to));
        }
        UnitId home = moved.get()
                .on(first)
                .or(() -> moved.get().on(first.minusDays(1)))
                .map(Membership::home)
                .orElse(null);
        if (home != null && moved.get().on(first).isPresent() && !homes.canBeHome(home, first, last)) {
            return Entries.noHome(home, first);
        }
        Movement right = wrong.movedTo(to);
        List<Movement> movements = new ArrayList<>(member.movements());
        movements.set(place, right);
        MemberHistory changed =
                new MemberHistory(member.id(), moved.get(), movements, member.admittedOn(), member.recognisedOn());
        return wrong.kind() == Kind.ADMITTED || wrong.kind() == Kind.READMITTED
                ? admitted(changed, wrong.on(), to, profile)
                : Decision.accepted(changed, MemberChange.CORRECTED);
    }

    /** A transfer that never was, or a death that was another's: the last movement, if no case of discipline-service stands behind it. */
    public static Decision<MemberHistory, MemberChange> takeBack(MemberHistory member, HomeLives homes) {
        Movement wrong = member.movements().getLast();
        LocalDate on = wrong.on();
        if (isOfOthers(wrong) || member.movements().size() == 1 || !isAllOfItsDay(member, wrong)) {
            return refused(
                    "A decided removal, a reorganisation and the first entry are not taken back here",
                    Map.of("on", on));
        }
        Timeline<Membership> slices = member.slices();
        UnitId from = wrong.unit();
        Timeline<Membership> before;
        if (slices.on(on).isEmpty() && slices.end() != null) {
            before = slices.extendLastTo(null);
        } else if (wrong.kind() == Kind.TRANSFERRED && from != null && slices.end() == null) {
            before = slices.set(on, null, membership -> membership.movedTo(from));
        } else {
            return refused("Only a transfer and a way out are taken back", Map.of("on", on));
        }
        UnitId home = before.last().value().home();
        if (!homes.canBeHome(home, on, null)) {
            return Entries.noHome(home, on);
        }
        List<Movement> rest = member.movements().subList(0, member.movements().size() - 1);
        return Decision.accepted(
                new MemberHistory(member.id(), before, rest, member.admittedOn(), member.recognisedOn()),
                MemberChange.CORRECTED);
    }

    /** Days of admission and recognition of who came as a member: they say nothing of a stay, but of the state at its beginning. */
    public static Decision<MemberHistory, MemberChange> setDays(
            MemberHistory member,
            LocalDate birthDate,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate recognisedOn) {
        Movement entry = member.movements().getFirst();
        boolean cameAsMember = entry.kind() == Kind.REGISTERED || entry.kind() == Kind.TRANSFERRED;
        boolean once = member.movements().stream().noneMatch(movement -> movement.kind() == Kind.READMITTED);
        if (!cameAsMember || !once) {
            return refused("Admitted in this register: correct the admission", Map.of("entered", entry.on()));
        }
        MemberState now = member.slices().last().value().state();
        UnitId home = member.slices().slices().getFirst().value().home();
        Optional<String> disorder =
                Entries.disorder(new NewMember(home, entry.on(), birthDate, admittedOn, recognisedOn, now, false));
        if (disorder.isPresent()) {
            return refused(disorder.get(), Map.of("entered", entry.on()));
        }
        Timeline<Membership> slices =
                recognisedOn == null ? member.slices() : recognised(member.slices(), recognisedOn);
        boolean same =
                Objects.equals(admittedOn, member.admittedOn()) && Objects.equals(recognisedOn, member.recognisedOn());
        return same
                ? refused("It is so already", Map.of())
                : Decision.accepted(
                        new MemberHistory(member.id(), slices, member.movements(), admittedOn, recognisedOn),
                        MemberChange.CORRECTED);
    }

    private static Decision<MemberHistory, MemberChange> admitted(
            MemberHistory member, LocalDate wrong, LocalDate to, RuleProfile profile) {
        boolean latest = wrong.equals(member.admittedOn());
        LocalDate recognised = member.recognisedOn();
        if (!latest || recognised == null) {
            return Decision.accepted(
                    new MemberHistory(
                            member.id(),
                            member.slices(),
                            member.movements(),
                            latest ? to : member.admittedOn(),
                            recognised),
                    MemberChange.CORRECTED);
        }
        LocalDate due = to.plusMonths(
                profile.number(MemberRules.ORG_14, "probationMonths").intValue());
        if (member.slices().on(due).isEmpty()) {
            return refused("Not a member any more when the probation ends", Map.of("probationOver", due));
        }
        Timeline<Membership> slices = member.slices()
                .set(to, due, membership -> membership.in(MemberState.PROBATIONARY))
                .set(due, null, membership -> membership.in(MemberState.OFFICIAL));
        return Decision.accepted(
                new MemberHistory(member.id(), slices, member.movements(), to, due), MemberChange.CORRECTED);
    }

    private static Timeline<Membership> recognised(Timeline<Membership> slices, LocalDate on) {
        Timeline<Membership> official = slices.set(on, null, membership -> membership.in(MemberState.OFFICIAL));
        return on.isAfter(slices.start())
                ? official.set(slices.start(), on, membership -> membership.in(MemberState.PROBATIONARY))
                : official;
    }

    /** Decided elsewhere: by a case of discipline-service or for a whole unit. */
    private static boolean isOfOthers(Movement movement) {
        return movement.caseId() != null || movement.reorganisationId() != null;
    }

    /** It alone leads from the home of the day before to the day's home. */
    private static boolean isAllOfItsDay(MemberHistory member, Movement movement) {
        @Nullable UnitId before = home(member, movement.on().minusDays(1));
        @Nullable UnitId after = home(member, movement.on());
        return switch (movement.kind()) {
            case REGISTERED, ADMITTED, READMITTED, REINSTATED ->
                before == null && Objects.equals(after, movement.unit());
            case TRANSFERRED -> Objects.equals(before, movement.unit()) && Objects.equals(after, movement.other());
            case STRUCK_OFF, WITHDREW, SCREENED_OUT, EXPELLED, DECEASED ->
                after == null && Objects.equals(before, movement.unit());
        };
    }

    private static @Nullable UnitId home(MemberHistory member, LocalDate day) {
        return member.slices().on(day).map(Membership::home).orElse(null);
    }

    private static boolean isAnythingElseWithin(MemberHistory member, Movement wrong, LocalDate first, LocalDate last) {
        boolean movement = member.movements().stream()
                .anyMatch(other -> other != wrong
                        && !other.on().isBefore(first)
                        && !other.on().isAfter(last));
        boolean homeChanges = member.slices().slices().stream()
                .anyMatch(slice -> slice.from().isAfter(first)
                        && !slice.from().isAfter(last)
                        && !slice.from().equals(wrong.on())
                        && !member.slices()
                                .on(slice.from().minusDays(1))
                                .map(Membership::home)
                                .equals(Optional.of(slice.value().home())));
        return movement || homeChanges;
    }

    /** Empty where the days between are not those of a membership. */
    private static Optional<Timeline<Membership>> moved(Timeline<Membership> slices, Movement movement, LocalDate to) {
        LocalDate on = movement.on();
        boolean wasBefore = slices.on(on.minusDays(1)).isPresent();
        boolean isOn = slices.on(on).isPresent();
        if (wasBefore && isOn) {
            UnitId from = Objects.requireNonNull(movement.unit());
            UnitId home = slices.on(on).orElseThrow().home();
            boolean earlier = to.isBefore(on);
            LocalDate first = earlier ? to : on;
            LocalDate last = earlier ? on : to;
            return slices.covers(first.minusDays(1), last.plusDays(1)) && movement.kind() == Kind.TRANSFERRED
                    ? Optional.of(slices.set(first, last, membership -> membership.movedTo(earlier ? home : from)))
                    : Optional.empty();
        }
        return isOn ? slices.beginRunOn(on, to) : wasBefore ? slices.endRunOn(on, to) : Optional.empty();
    }

    private static Decision<MemberHistory, MemberChange> refused(String why, Map<String, Object> facts) {
        return Decision.refused(ORG_65, why, facts);
    }
}
