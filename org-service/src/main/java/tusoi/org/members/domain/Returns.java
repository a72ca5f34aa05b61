package tusoi.org.members.domain;

import static tusoi.org.members.domain.MemberRules.ORG_18;
import static tusoi.org.members.domain.MemberRules.ORG_63;
import static tusoi.org.members.domain.MemberRules.ORG_64;
import static tusoi.org.members.domain.MemberRules.ORG_72;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tusoi.org.calendar.WorkingDays;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.validity.Slice;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/** The ways back in: the same person, a new period of membership. */
public final class Returns {
    private static final Set<Kind> LEFT = EnumSet.of(Kind.STRUCK_OFF, Kind.WITHDREW, Kind.SCREENED_OUT, Kind.EXPELLED);

    private Returns() {}

    /** ORG-12, ORG-16, ORG-18, ORG-64; ORG-63 warns before the profile's months are over, and so do the rules of admission. */
    public static Decision<MemberHistory, MemberChange> readmit(
            MemberHistory member, Admission admission, RuleProfile profile, HomeLives homes, WorkingDays days) {
        LocalDate leftOn = member.slices().end();
        if (leftOn == null || !LEFT.contains(lastWay(member))) {
            return Decision.refused(ORG_64, "Nobody who has left", Map.of("last", lastWay(member)));
        }
        if (admission.on().isBefore(leftOn)) {
            return beforeLeaving(admission.on(), leftOn);
        }
        int months = profile.number(ORG_63, "months").intValue();
        MemberHistory back = again(
                member,
                new Slice<>(admission.on(), null, Entries.probationary(admission.home())),
                new Movement(admission.on(), Kind.READMITTED, admission.home(), null, null));
        Decision<MemberHistory, MemberChange> readmitted = Decision.accepted(
                new MemberHistory(back.id(), back.slices(), back.movements(), admission.on(), null),
                MemberChange.READMITTED);
        return Entries.judged(admission, readmitted, profile, homes, days)
                .warnUnless(
                        !admission.on().isBefore(leftOn.plusMonths(months)),
                        ORG_63,
                        "Left on " + leftOn + ", " + months + " months are wanted",
                        Map.of("leftOn", leftOn, "months", months, "on", admission.on()));
    }

    /** ORG-12, ORG-18, ORG-64: who was transferred out of the register comes back from there, as what he was. */
    public static Decision<MemberHistory, MemberChange> comeBack(
            MemberHistory member, UnitId home, LocalDate on, HomeLives homes) {
        LocalDate wentOn = member.slices().end();
        if (wentOn == null || lastWay(member) != Kind.TRANSFERRED) {
            return Decision.refused(ORG_64, "Nobody who was transferred out of the register", Map.of("on", on));
        }
        if (on.isBefore(wentOn)) {
            return beforeLeaving(on, wentOn);
        }
        if (!homes.canBeHome(home, on, null)) {
            return Entries.noHome(home, on);
        }
        Membership was = member.slices().last().value().movedTo(home).suspended(false);
        return Decision.accepted(
                again(member, new Slice<>(on, null, was), new Movement(on, Kind.TRANSFERRED, null, home, null)),
                MemberChange.TRANSFERRED);
    }

    /**
     * ORG-72: the removal that the case decided was annulled. Back as what the member was, at the home of then; ORG-12 where that is
     * none any more.
     */
    public static Decision<MemberHistory, MemberChange> reinstate(
            MemberHistory member, UUID caseId, LocalDate on, HomeLives homes) {
        Movement removal = member.movements().getLast();
        LocalDate leftOn = member.slices().end();
        if (leftOn == null || !LEFT.contains(removal.kind()) || !caseId.equals(removal.caseId())) {
            return Decision.refused(ORG_72, "Not out of the register by that decision", Map.of("on", on));
        }
        LocalDate back = on.isBefore(leftOn) ? leftOn : on;
        Membership was = member.slices().last().value().suspended(false);
        if (!homes.canBeHome(was.home(), back, null)) {
            return Entries.noHome(was.home(), back);
        }
        return Decision.accepted(
                again(
                        member,
                        new Slice<>(back, null, was),
                        new Movement(back, Kind.REINSTATED, was.home(), null, caseId)),
                MemberChange.REINSTATED);
    }

    private static Kind lastWay(MemberHistory member) {
        return member.movements().getLast().kind();
    }

    private static MemberHistory again(MemberHistory member, Slice<Membership> slice, Movement movement) {
        return new MemberHistory(
                member.id(),
                member.slices().then(slice),
                Stream.concat(member.movements().stream(), Stream.of(movement)).toList(),
                member.admittedOn(),
                member.recognisedOn());
    }

    private static Decision<MemberHistory, MemberChange> beforeLeaving(LocalDate on, LocalDate leftOn) {
        return Decision.refused(ORG_18, "A member until " + leftOn, Map.of("on", on, "leftOn", leftOn));
    }
}
