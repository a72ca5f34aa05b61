package tusoi.org.meetings.domain;

import static tusoi.org.meetings.domain.MeetingRules.ORG_100;
import static tusoi.org.meetings.domain.MeetingRules.ORG_102;
import static tusoi.org.meetings.domain.MeetingRules.ORG_103;
import static tusoi.org.meetings.domain.MeetingRules.ORG_104;
import static tusoi.org.meetings.domain.MeetingRules.ORG_105;
import static tusoi.org.meetings.domain.MeetingRules.ORG_106;
import static tusoi.org.meetings.domain.MeetingRules.ORG_107;
import static tusoi.org.meetings.domain.MeetingRules.ORG_108;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tusoi.org.roster.AtHome;
import tusoi.org.roster.AttendanceStatus;
import tusoi.org.roster.Places;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/**
 * A branch's meeting.
 *
 * @param expected members at home on its day, neither exempt nor suspended; 0 until it is held
 * @param attended of these, how many were there
 */
public record Meeting(
        UUID id,
        UUID unit,
        Kind kind,
        YearMonth month,
        State state,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate heldOn,
        int expected,
        int attended,
        Minutes minutes) {
    /** One regular meeting a month; others as they are needed. */
    public enum Kind {
        REGULAR,
        EXTRAORDINARY
    }

    public enum State {
        PLANNED,
        HELD,
        NOT_HELD
    }

    /** What happened to a meeting. */
    public enum Change {
        PLANNED,
        HELD,
        CORRECTED,
        DROPPED
    }

    /**
     * What is recorded of a meeting held.
     *
     * @param others the status of whoever is expected and not named; null where all are to be named
     * @param keptTasks the caller's task ids: those of the version that is corrected
     */
    public record Held(LocalDate on, @Nullable AttendanceStatus others, Set<UUID> keptTasks, Minutes minutes) {}

    /** ORG-100. */
    public static Decision<Meeting, Change> plan(Meeting planned, boolean branchLives) {
        return branchLives ? Decision.accepted(planned, Change.PLANNED) : noBranch(planned.plannedOn());
    }

    /** A meeting that is to be recorded. */
    public static Meeting of(UUID id, UUID unit, Kind kind, YearMonth month, @Nullable LocalDate plannedOn) {
        return new Meeting(id, unit, kind, month, State.PLANNED, plannedOn, null, 0, 0, Minutes.NONE);
    }

    /** ORG-100, ORG-102 to ORG-107. */
    public Decision<Meeting, Change> hold(Held held, Known known, RuleProfile profile) {
        if (state != State.PLANNED) {
            return Decision.refused(ORG_105, "It is " + state + " already", Map.of("state", state));
        }
        return record(held, known, profile, Change.HELD);
    }

    /** As {@link #hold}, for a held one; ORG-108. */
    public Decision<Meeting, Change> correct(Held held, Known known, RuleProfile profile) {
        if (state != State.HELD) {
            return Decision.refused(ORG_105, "It has not been held", Map.of("state", state));
        }
        Set<UUID> kept =
                held.minutes().tasks().stream().map(Minutes.Task::taskId).collect(Collectors.toSet());
        for (var answered : known.answeredOn().entrySet()) {
            if (!kept.contains(answered.getKey()) || answered.getValue().isBefore(held.on())) {
                return Decision.refused(
                        ORG_108,
                        "A task of it was answered on " + answered.getValue(),
                        Map.of("taskId", answered.getKey(), "answeredOn", answered.getValue()));
            }
        }
        return record(held, known, profile, Change.CORRECTED);
    }

    /** ORG-105: a planned meeting that did not take place. */
    public Decision<Meeting, Change> drop() {
        return state == State.PLANNED
                ? Decision.accepted(
                        new Meeting(id, unit, kind, month, State.NOT_HELD, plannedOn, null, 0, 0, minutes),
                        Change.DROPPED)
                : Decision.refused(ORG_105, "It is " + state + " already", Map.of("state", state));
    }

    private Decision<Meeting, Change> record(Held held, Known known, RuleProfile profile, Change change) {
        if (held.on().isAfter(known.today())) {
            return Decision.refused(ORG_105, "The day has not come", Map.of("heldOn", held.on()));
        }
        if (!known.branchLives()) {
            return noBranch(held.on());
        }
        MinutesCheck check = new MinutesCheck(known);
        Minutes complete = check.complete(held.minutes(), held.others());
        check.tasksKept(held.keptTasks(), minutes);
        Places places = check.places();
        if (!places.isEmpty()) {
            return Decision.refused(ORG_102, places.summary(), places.facts());
        }
        Set<UUID> there = complete.attendance().stream()
                .filter(line -> line.status().isThere())
                .map(Minutes.Line::memberId)
                .collect(Collectors.toSet());
        int expected = (int) known.atHome().stream().filter(AtHome::isExpected).count();
        int attended = (int) known.atHome().stream()
                .filter(AtHome::isExpected)
                .filter(member -> there.contains(member.memberId()))
                .count();
        Meeting recorded =
                new Meeting(id, unit, kind, month, State.HELD, plannedOn, held.on(), expected, attended, complete);
        return recorded.warned(Decision.accepted(recorded, change), known, there, profile);
    }

    private Decision<Meeting, Change> warned(
            Decision<Meeting, Change> accepted, Known known, Set<UUID> there, RuleProfile profile) {
        long entitled = known.atHome().stream()
                .filter(AtHome::isExpected)
                .filter(AtHome::official)
                .count();
        long present = known.atHome().stream()
                .filter(AtHome::isExpected)
                .filter(AtHome::official)
                .filter(member -> there.contains(member.memberId()))
                .count();
        BigDecimal numerator = profile.number(ORG_103, "quorumNumerator");
        BigDecimal denominator = profile.number(ORG_103, "quorumDenominator");
        boolean quorate = BigDecimal.valueOf(present)
                        .multiply(denominator)
                        .compareTo(numerator.multiply(BigDecimal.valueOf(entitled)))
                >= 0;
        Set<UUID> answered =
                minutes.answers().stream().map(Minutes.Answer::taskId).collect(Collectors.toSet());
        long unanswered = known.openTasks().stream()
                .filter(task -> !answered.contains(task))
                .count();
        boolean inMonth = kind != Kind.REGULAR
                || (heldOn != null && YearMonth.from(heldOn).equals(month));
        boolean fromAbove =
                minutes.superiors().stream().allMatch(who -> known.unitsAbove().contains(who.unitId()));
        return accepted.warnUnless(
                        quorate,
                        ORG_103,
                        present + " of " + entitled + " official members were there",
                        Map.of(
                                "present",
                                present,
                                "entitled",
                                entitled,
                                "quorum",
                                numerator + "/" + denominator,
                                "profile",
                                profile.code()))
                .warnUnless(
                        unanswered == 0,
                        ORG_104,
                        unanswered + " tasks of former meetings are not answered and are carried over",
                        Map.of(
                                "unanswered",
                                unanswered,
                                "open",
                                known.openTasks().size(),
                                "profile",
                                profile.code()))
                .warnUnless(
                        inMonth,
                        ORG_106,
                        "It was held outside its month",
                        Map.of("month", month.toString(), "profile", profile.code()))
                .warnUnless(
                        fromAbove,
                        ORG_107,
                        "Somebody named as a superior is of a unit that does not stand above",
                        Map.of("superiors", minutes.superiors().size(), "profile", profile.code()));
    }

    private static Decision<Meeting, Change> noBranch(@Nullable LocalDate day) {
        return Decision.refused(
                ORG_100, "The unit is no branch that lives then", day == null ? Map.of() : Map.of("on", day));
    }
}
