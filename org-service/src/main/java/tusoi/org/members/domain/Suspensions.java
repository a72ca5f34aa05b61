package tusoi.org.members.domain;

import static tusoi.org.members.domain.MemberRules.ORG_16;
import static tusoi.org.members.domain.MemberRules.ORG_17;
import static tusoi.org.members.domain.MemberRules.ORG_55;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.org.validity.Slice;
import tusoi.org.validity.Timeline;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/** Đình chỉ sinh hoạt: from a day to a day, as an overlay; who is suspended stays a member at home. */
public final class Suspensions {
    private Suspensions() {}

    /** ORG-16, ORG-17; ORG-55 warns of more days than the profile has, at a time and in one run with what it extends. */
    public static Decision<MemberHistory, MemberChange> suspend(
            MemberHistory member, LocalDate from, @Nullable LocalDate to, RuleProfile profile) {
        Decision<MemberHistory, MemberChange> decision = set(member, from, to, true);
        if (!(decision instanceof Decision.Accepted<MemberHistory, MemberChange>(var after, var event, var none))) {
            return decision;
        }
        int daysAtOnce = profile.number(ORG_55, "daysAtOnce").intValue();
        int daysInAll = profile.number(ORG_55, "daysInAll").intValue();
        if (to == null) {
            return decision.warnUnless(
                    false,
                    ORG_55,
                    "Suspended without an end, " + daysAtOnce + " days are allowed",
                    Map.of("daysAtOnce", daysAtOnce, "daysInAll", daysInAll));
        }
        long days = ChronoUnit.DAYS.between(from, to);
        long inAll = runAround(after.slices(), from);
        return decision.warnUnless(
                days <= daysAtOnce && inAll <= daysInAll,
                ORG_55,
                days + " days, " + inAll + " in all; " + daysAtOnce + " and " + daysInAll + " are allowed",
                Map.of("days", days, "inAll", inAll, "daysAtOnce", daysAtOnce, "daysInAll", daysInAll));
    }

    /** ORG-16, ORG-17: no longer suspended from the day on. */
    public static Decision<MemberHistory, MemberChange> lift(MemberHistory member, LocalDate from) {
        return set(member, from, null, false);
    }

    private static Decision<MemberHistory, MemberChange> set(
            MemberHistory member, LocalDate from, @Nullable LocalDate to, boolean suspended) {
        if (to != null && !to.isAfter(from)) {
            return Decision.refused(ORG_16, "It ends before it begins", Map.of("from", from, "to", to));
        }
        if (!member.isMemberOn(from) || (to != null && !member.slices().covers(from, to))) {
            return member.notInForce(from);
        }
        Timeline<Membership> changed = member.slices().set(from, to, membership -> membership.suspended(suspended));
        return changed.equals(member.slices())
                ? Decision.refused(ORG_17, "It is so already", Map.of("from", from))
                : member.changed(changed, null, MemberChange.SUSPENDED);
    }

    /** The days of the unbroken suspension that the day lies in; it has an end. */
    private static long runAround(Timeline<Membership> slices, LocalDate day) {
        long days = 0;
        @Nullable LocalDate reached = null;
        boolean inside = false;
        for (Slice<Membership> slice : slices.slices()) {
            boolean goesOn = slice.value().suspended() && slice.to() != null;
            if (!goesOn || !slice.from().equals(reached)) {
                if (inside) {
                    return days;
                }
                days = 0;
            }
            if (goesOn) {
                days += ChronoUnit.DAYS.between(slice.from(), slice.to());
                inside |= slice.holdsOn(day);
            }
            reached = slice.to();
        }
        return days;
    }
}
