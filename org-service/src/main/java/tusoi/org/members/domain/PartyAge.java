package tusoi.org.members.domain;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.validity.Slice;

/**
 * ORG-70: counted from the first admission, once recognised; the days between leaving and being admitted again are left out, those
 * at an organisation outside the register and until a wrong removal was annulled are not.
 */
public record PartyAge(LocalDate countedFrom, int years, int months, long interruptedDays) {
    private static final Set<Kind> LEFT = EnumSet.of(Kind.STRUCK_OFF, Kind.WITHDREW, Kind.SCREENED_OUT, Kind.EXPELLED);

    /** Empty for who is not an official member on the day, and where the day of admission is not known. */
    public static Optional<PartyAge> on(MemberHistory member, @Nullable LocalDate firstAdmittedOn, LocalDate day) {
        LocalDate from = firstAdmittedOn == null ? member.admittedOn() : firstAdmittedOn;
        boolean official = member.slices()
                .on(day)
                .filter(held -> held.state() == MemberState.OFFICIAL)
                .isPresent();
        if (from == null || !official) {
            return Optional.empty();
        }
        long interrupted = interruptedDays(member, day);
        Period age = Period.between(from.plusDays(interrupted), day);
        return Optional.of(new PartyAge(from, age.getYears(), age.getMonths(), interrupted));
    }

    private static long interruptedDays(MemberHistory member, LocalDate day) {
        List<Slice<Membership>> slices = member.slices().slices();
        long days = 0;
        for (int i = 1; i < slices.size(); i++) {
            LocalDate left = slices.get(i - 1).to();
            LocalDate back = slices.get(i).from();
            if (left != null
                    && left.isBefore(back)
                    && !back.isAfter(day)
                    && hasLeft(member, left)
                    && !isReinstated(member, back)) {
                days += ChronoUnit.DAYS.between(left, back);
            }
        }
        return days;
    }

    private static boolean isReinstated(MemberHistory member, LocalDate on) {
        return member.movements().stream()
                .anyMatch(movement -> movement.on().equals(on) && movement.kind() == Kind.REINSTATED);
    }

    private static boolean hasLeft(MemberHistory member, LocalDate on) {
        return member.movements().stream()
                .anyMatch(movement -> movement.on().equals(on) && LEFT.contains(movement.kind()));
    }
}
