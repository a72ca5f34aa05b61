package tusoi.org.members.balance.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Membership;
import tusoi.org.members.domain.Movement;
import tusoi.org.validity.Slice;

/**
 * ORG-68: opening, ways in and out by kind, closing. What a reorganisation moved is no transfer and stands apart.
 *
 * @param opening at home inside at the end of the day before the span
 * @param closing at home inside at the end of the span's last day
 * @param movedInside transfers and reorganisations from inside to inside, which change nothing
 */
public record Balance(int opening, Map<String, Integer> in, Map<String, Integer> out, int closing, int movedInside) {
    public static final String REORGANISED = "REORGANISED";

    /** Of the memberships as they are, and where their units belong ({@link Placement}), over {@code [from, to]}, both days included. */
    public static Balance of(
            Collection<MemberHistory> members,
            BiPredicate<MemberHistory, UnitId> inside,
            LocalDate from,
            LocalDate to) {
        Count count = new Count(inside, from, to);
        members.forEach(count::add);
        return new Balance(count.opening, count.in, count.out, count.closing, count.movedInside);
    }

    /** What ways in and out do not explain; 0 where it closes. */
    public int difference() {
        return closing - opening - sum(in) + sum(out);
    }

    private static int sum(Map<String, Integer> byKind) {
        return byKind.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static final class Count {
        private final BiPredicate<MemberHistory, UnitId> inside;
        private final LocalDate from;
        private final LocalDate to;
        private final Map<String, Integer> in = new TreeMap<>();
        private final Map<String, Integer> out = new TreeMap<>();
        private int opening;
        private int closing;
        private int movedInside;

        private Count(BiPredicate<MemberHistory, UnitId> inside, LocalDate from, LocalDate to) {
            this.inside = inside;
            this.from = from;
            this.to = to;
        }

        private void add(MemberHistory member) {
            opening += isInside(member, from.minusDays(1)) ? 1 : 0;
            closing += isInside(member, to) ? 1 : 0;
            Stream.concat(
                            member.movements().stream().map(Movement::on),
                            member.slices().slices().stream().map(Slice::from))
                    .filter(this::isInSpan)
                    .distinct()
                    .forEach(day -> addDay(member, day));
        }

        /** From the home of the day before, through the day's movements, to the day's home: what nothing leads to, a reorganisation did. */
        private void addDay(MemberHistory member, LocalDate day) {
            @Nullable UnitId at = home(member, day.minusDays(1));
            for (Movement movement : member.movements()) {
                if (movement.on().equals(day)) {
                    reorganise(member, at, leaving(movement));
                    at = coming(movement);
                    move(member, kind(movement), leaving(movement), at);
                }
            }
            reorganise(member, at, home(member, day));
        }

        private static String kind(Movement movement) {
            return movement.reorganisationId() == null ? movement.kind().name() : REORGANISED;
        }

        private void reorganise(MemberHistory member, @Nullable UnitId at, @Nullable UnitId then) {
            if (at != null && then != null && !at.equals(then)) {
                move(member, REORGANISED, at, then);
            }
        }

        private static @Nullable UnitId leaving(Movement movement) {
            return switch (movement.kind()) {
                case REGISTERED, ADMITTED, READMITTED, REINSTATED -> null;
                case TRANSFERRED, STRUCK_OFF, WITHDREW, SCREENED_OUT, EXPELLED, DECEASED -> movement.unit();
            };
        }

        private static @Nullable UnitId coming(Movement movement) {
            return switch (movement.kind()) {
                case REGISTERED, ADMITTED, READMITTED, REINSTATED -> movement.unit();
                case TRANSFERRED -> movement.other();
                case STRUCK_OFF, WITHDREW, SCREENED_OUT, EXPELLED, DECEASED -> null;
            };
        }

        private void move(MemberHistory member, String kind, @Nullable UnitId unit, @Nullable UnitId other) {
            boolean leaves = unit != null && inside.test(member, unit);
            boolean comes = other != null && inside.test(member, other);
            if (leaves && comes) {
                movedInside++;
            } else if (leaves) {
                out.merge(kind, 1, Integer::sum);
            } else if (comes) {
                in.merge(kind, 1, Integer::sum);
            }
        }

        private boolean isInside(MemberHistory member, LocalDate day) {
            UnitId home = home(member, day);
            return home != null && inside.test(member, home);
        }

        private static @Nullable UnitId home(MemberHistory member, LocalDate day) {
            return member.slices().on(day).map(Membership::home).orElse(null);
        }

        private boolean isInSpan(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
