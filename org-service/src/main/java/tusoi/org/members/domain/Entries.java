package tusoi.org.members.domain;

import static tusoi.org.members.domain.MemberRules.ORG_12;
import static tusoi.org.members.domain.MemberRules.ORG_13;
import static tusoi.org.members.domain.MemberRules.ORG_16;
import static tusoi.org.members.domain.MemberRules.ORG_50;
import static tusoi.org.members.domain.MemberRules.ORG_51;
import static tusoi.org.members.domain.MemberRules.ORG_54;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tusoi.org.calendar.WorkingDays;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Admission.Introduction;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.validity.Slice;
import tusoi.org.validity.Timeline;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/** The ways in of somebody who is not in the register yet. */
public final class Entries {
    private Entries() {}

    /** ORG-12, ORG-16. A member recognised after coming home was probationary until then. */
    public static Decision<MemberHistory, MemberChange> register(MemberId id, NewMember member, HomeLives homes) {
        return enter(id, member, new Movement(member.homeSince(), Kind.REGISTERED, member.home(), null, null), homes);
    }

    /** ORG-12, ORG-16: a member of an organisation outside the register comes home here. */
    public static Decision<MemberHistory, MemberChange> arrive(MemberId id, NewMember member, HomeLives homes) {
        return enter(id, member, new Movement(member.homeSince(), Kind.TRANSFERRED, null, member.home(), null), homes);
    }

    private static Decision<MemberHistory, MemberChange> enter(
            MemberId id, NewMember member, Movement entry, HomeLives homes) {
        Optional<String> disorder = disorder(member);
        if (disorder.isPresent()) {
            return Decision.refused(ORG_16, disorder.get(), Map.of("homeSince", member.homeSince()));
        }
        if (!homes.canBeHome(member.home(), member.homeSince(), null)) {
            return noHome(member.home(), member.homeSince());
        }
        return Decision.accepted(
                new MemberHistory(id, slices(member), List.of(entry), member.admittedOn(), member.recognisedOn()),
                entry.kind() == Kind.TRANSFERRED ? MemberChange.TRANSFERRED : MemberChange.REGISTERED);
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

    /** ORG-12, ORG-16; ORG-13, ORG-50, ORG-51, ORG-53 and ORG-54 warn. */
    public static Decision<MemberHistory, MemberChange> admit(
            MemberId id, Admission admission, RuleProfile profile, HomeLives homes, WorkingDays days) {
        LocalDate on = admission.on();
        Movement movement = new Movement(on, Kind.ADMITTED, admission.home(), null, null);
        Timeline<Membership> slices = Timeline.from(on, probationary(admission.home()));
        return judged(
                admission,
                Decision.accepted(new MemberHistory(id, slices, List.of(movement), on, null), MemberChange.ADMITTED),
                profile,
                homes,
                days);
    }

    static Membership probationary(UnitId home) {
        return new Membership(home, MemberState.PROBATIONARY, false, false);
    }

    /** What holds for every admission, a second one too. */
    static Decision<MemberHistory, MemberChange> judged(
            Admission admission,
            Decision<MemberHistory, MemberChange> admitted,
            RuleProfile profile,
            HomeLives homes,
            WorkingDays days) {
        LocalDate on = admission.on();
        if (!admission.birthDate().isBefore(on)) {
            return Decision.refused(
                    ORG_16, "Born on or after the day of admission", Map.of("birthDate", admission.birthDate()));
        }
        if (!homes.canBeHome(admission.home(), on, null)) {
            return noHome(admission.home(), on);
        }
        Decision<MemberHistory, MemberChange> decision =
                inTime(admission, ofAge(admission, admitted, profile), profile, days);
        return Ballot.judge(admission.ballot(), profile, introduced(admission, decision, profile));
    }

    private static Decision<MemberHistory, MemberChange> ofAge(
            Admission admission, Decision<MemberHistory, MemberChange> decision, RuleProfile profile) {
        int age = Period.between(admission.birthDate(), admission.on()).getYears();
        int fromYears = profile.number(ORG_13, "ageFromYears").intValue();
        int throughYears = profile.number(ORG_13, "ageThroughYears").intValue();
        boolean over = admission.birthDate().plusYears(throughYears).isBefore(admission.on());
        return decision.warnUnless(
                age >= fromYears && !over,
                ORG_13,
                "Admitted at " + age + " years",
                Map.of("ageYears", age, "fromYears", fromYears, "throughYears", throughYears));
    }

    private static Decision<MemberHistory, MemberChange> inTime(
            Admission admission,
            Decision<MemberHistory, MemberChange> decision,
            RuleProfile profile,
            WorkingDays days) {
        LocalDate decidedOn = admission.decidedOn();
        if (decidedOn == null) {
            return decision;
        }
        int allowed = profile.number(ORG_54, "workingDays").intValue();
        int taken = days.between(decidedOn, admission.on());
        return decision.warnUnless(
                taken <= allowed,
                ORG_54,
                "Admitted " + taken + " working days after the decision, " + allowed + " are allowed",
                Map.of("workingDays", taken, "workingDaysAllowed", allowed, "decidedOn", decidedOn));
    }

    private static Decision<MemberHistory, MemberChange> introduced(
            Admission admission, Decision<MemberHistory, MemberChange> decision, RuleProfile profile) {
        List<Introduction> introductions = admission.introductions();
        if (introductions == null) {
            return decision;
        }
        int months = profile.number(ORG_50, "knownMonths").intValue();
        int wanted = profile.number(ORG_51, "introducers").intValue();
        LocalDate latest = admission.on().minusMonths(months);
        long tooNew = introductions.stream()
                .filter(introduction -> introduction.knownSince().isAfter(latest))
                .count();
        long official = introductions.stream().filter(Introduction::official).count();
        return decision.warnUnless(
                        tooNew == 0,
                        ORG_50,
                        tooNew + " introducers know the prospect for less than " + months + " months",
                        Map.of("introducersTooNew", tooNew, "months", months))
                .warnUnless(
                        official >= wanted && official == introductions.size(),
                        ORG_51,
                        official + " of " + introductions.size() + " introducers are official members, " + wanted
                                + " are wanted",
                        Map.of("official", official, "introducers", introductions.size(), "wanted", wanted));
    }

    static <S, E> Decision<S, E> noHome(UnitId unit, LocalDate from) {
        return Decision.refused(
                ORG_12, "Not a branch that lives from " + from + " on", Map.of("unit", unit.value(), "from", from));
    }
}
