package tusoi.org.members.domain;

import static tusoi.org.members.domain.MemberRules.ORG_67;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.validity.Slice;
import tusoi.org.validity.Timeline;
import tusoi.platform.rules.Decision;

/**
 * ORG-67: one person entered twice becomes one membership. On days of which both tell, the entry that is kept holds; days of which
 * only the other tells are taken over. Refused where one says that somebody left and the other that he stayed.
 */
public final class Merges {
    private static final Set<Kind> CAME_AS_MEMBER = EnumSet.of(Kind.REGISTERED, Kind.TRANSFERRED);
    private static final Set<Kind> ENDS =
            EnumSet.of(Kind.STRUCK_OFF, Kind.WITHDREW, Kind.SCREENED_OUT, Kind.EXPELLED, Kind.DECEASED);

    private Merges() {}

    /** The kept entry with what the other one adds. */
    public static Decision<MemberHistory, MemberChange> absorb(MemberHistory kept, MemberHistory other) {
        Optional<LocalDate> contradiction = contradiction(kept, other).or(() -> contradiction(other, kept));
        if (contradiction.isPresent()) {
            return Decision.refused(
                    ORG_67,
                    "One entry says that the membership began or ended on a day on which the other says it went on",
                    Map.of("on", contradiction.get()));
        }
        List<Slice<Membership>> slices = new ArrayList<>(kept.slices().slices());
        for (Slice<Membership> slice : other.slices().slices()) {
            slices.addAll(uncovered(slice, kept.slices()));
        }
        slices.sort(Comparator.comparing(Slice::from));
        return Decision.accepted(
                new MemberHistory(
                        kept.id(),
                        new Timeline<>(slices),
                        movements(kept, other),
                        kept.admittedOn() == null ? other.admittedOn() : kept.admittedOn(),
                        kept.recognisedOn() == null ? other.recognisedOn() : kept.recognisedOn()),
                MemberChange.MERGED);
    }

    /** A day on which one leaves, or is admitted, while the other says that the membership goes on through it. */
    private static Optional<LocalDate> contradiction(MemberHistory one, MemberHistory other) {
        return one.movements().stream()
                .filter(movement -> contradicts(movement, other))
                .map(Movement::on)
                .findFirst();
    }

    private static boolean contradicts(Movement movement, MemberHistory other) {
        boolean isMember = other.isMemberOn(movement.on());
        boolean wasMember = other.isMemberOn(movement.on().minusDays(1));
        return ENDS.contains(movement.kind()) && isMember
                || isAdmission(movement.kind()) && wasMember
                || goesOut(movement) && isMember && wasMember;
    }

    private static boolean isAdmission(Kind kind) {
        return kind == Kind.ADMITTED || kind == Kind.READMITTED || kind == Kind.REINSTATED;
    }

    private static boolean goesOut(Movement movement) {
        return movement.kind() == Kind.TRANSFERRED && movement.other() == null;
    }

    private static List<Slice<Membership>> uncovered(Slice<Membership> slice, Timeline<Membership> by) {
        List<Slice<Membership>> rest = new ArrayList<>();
        LocalDate reached = slice.from();
        for (Slice<Membership> cover : by.during(slice.from(), slice.to())) {
            if (cover.from().isAfter(reached)) {
                rest.add(new Slice<>(reached, cover.from(), slice.value()));
            }
            if (cover.to() == null) {
                return rest;
            }
            reached = cover.to();
        }
        if (slice.to() == null || reached.isBefore(slice.to())) {
            rest.add(new Slice<>(reached, slice.to(), slice.value()));
        }
        return rest;
    }

    /** Those of the kept entry, its ways in turned into moves where the other one leads to them, and the other's of its own days. */
    private static List<Movement> movements(MemberHistory kept, MemberHistory other) {
        List<Movement> movements = new ArrayList<>();
        for (Movement movement : kept.movements()) {
            Movement led = led(movement, kept, other);
            if (led != null) {
                movements.add(led);
            }
        }
        for (Movement movement : other.movements()) {
            boolean own = !kept.isMemberOn(movement.on())
                    && !kept.isMemberOn(movement.on().minusDays(1));
            Movement led = own ? movement : ledOut(movement, kept, other);
            if (led != null) {
                movements.add(led);
            }
        }
        return movements;
    }

    private static @Nullable Movement led(Movement movement, MemberHistory kept, MemberHistory other) {
        LocalDate on = movement.on();
        boolean entry = CAME_AS_MEMBER.contains(movement.kind())
                && kept.isMemberOn(on)
                && !kept.isMemberOn(on.minusDays(1))
                && other.isMemberOn(on.minusDays(1));
        return entry
                ? moved(
                        movement,
                        other.slices().on(on.minusDays(1)).orElseThrow(),
                        kept.slices().on(on).orElseThrow())
                : movement;
    }

    /** The other's entry on the very day on which the kept one ends its telling; nothing where the kept one goes on. */
    private static @Nullable Movement ledOut(Movement movement, MemberHistory kept, MemberHistory other) {
        LocalDate on = movement.on();
        boolean endsHere = !kept.isMemberOn(on) && kept.isMemberOn(on.minusDays(1));
        boolean begins = other.isMemberOn(on) && !other.isMemberOn(on.minusDays(1));
        return endsHere && begins ? movement : null;
    }

    /** Null where both are at one home: then nothing happened on that day. */
    private static @Nullable Movement moved(Movement entry, Membership before, Membership after) {
        return before.home().equals(after.home())
                ? null
                : new Movement(entry.on(), Kind.TRANSFERRED, before.home(), after.home(), entry.caseId());
    }
}
