package tusoi.org.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.UnitId;
import tusoi.org.meetings.MeetingCommand.ChangeMeeting;
import tusoi.org.meetings.MeetingCommand.CorrectMeeting;
import tusoi.org.meetings.MeetingCommand.DropMeeting;
import tusoi.org.meetings.MeetingCommand.EnterMeeting;
import tusoi.org.meetings.MeetingCommand.HoldMeeting;
import tusoi.org.meetings.domain.Known;
import tusoi.org.meetings.domain.Meeting;
import tusoi.org.meetings.domain.Meeting.Change;
import tusoi.org.meetings.domain.Meeting.Held;
import tusoi.org.meetings.domain.MeetingRules;
import tusoi.org.roster.BranchBooks;
import tusoi.org.roster.Roster;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.time.TransactionClock;

/** One transaction per command: scope, the branch's meetings locked, the rules, then version, audit and event. */
@Component
class MeetingCommandHandler {
    private final BranchBooks books;
    private final UnitDirectory units;
    private final Roster roster;
    private final Meetings meetings;
    private final RuleProfiles profiles;
    private final Times times;

    MeetingCommandHandler(
            BranchBooks books,
            UnitDirectory units,
            Roster roster,
            Meetings meetings,
            RuleProfiles profiles,
            Times times) {
        this.books = books;
        this.units = units;
        this.roster = roster;
        this.meetings = meetings;
        this.profiles = profiles;
        this.times = times;
    }

    /** The two clocks: the day for rules, the recorded time for versions. */
    @Component
    record Times(Clock clock, TransactionClock recorded) {
        LocalDate today() {
            return BusinessDays.today(clock);
        }
    }

    @Transactional
    UUID handle(EnterMeeting command) {
        books.requireKeep(command.unit().value());
        units.holdStill();
        meetings.lockOf(command.unit().value());
        Meeting planned =
                Meeting.of(Ids.next(), command.unit().value(), command.kind(), command.month(), command.plannedOn());
        Held held = command.held();
        Accepted<Meeting, Change> accepted =
                (held == null ? plan(planned) : hold(planned, held)).orThrow(command.overrides());
        if (!meetings.add(accepted.state(), times.recorded().recordedAt())) {
            throw ProblemException.duplicate(
                    "month", MeetingRules.ORG_101.code() + ": the branch has its regular meeting of that month");
        }
        meetings.save(accepted, null, 1, new Meetings.Grounds(command.overrides(), null, profile(accepted.state())));
        return planned.id();
    }

    @Transactional
    void handle(ChangeMeeting command) {
        UUID unit = meetings.unitOf(command.meeting());
        books.requireKeep(unit);
        units.holdStill();
        meetings.lockOf(unit);
        Meetings.Stored stored = meetings.lock(command.meeting());
        command.expected().mustBe(stored.version());
        Accepted<Meeting, Change> accepted = decide(stored.meeting(), command).orThrow(command.overrides());
        Instant recordedAt = times.recorded().recordedAtAfter(stored.recordedAt());
        meetings.raise(accepted.state(), stored.version() + 1, recordedAt);
        meetings.save(
                accepted,
                stored.meeting(),
                stored.version() + 1,
                new Meetings.Grounds(command.overrides(), command.reason(), profile(accepted.state())));
    }

    private Decision<Meeting, Change> decide(Meeting meeting, ChangeMeeting command) {
        return switch (command) {
            case HoldMeeting hold -> hold(meeting, hold.held());
            case CorrectMeeting correct ->
                meeting.correct(
                        correct.held(),
                        known(meeting, correct.held().on()),
                        profiles.on("org", correct.held().on()));
            case DropMeeting drop -> meeting.drop();
        };
    }

    private Decision<Meeting, Change> plan(Meeting planned) {
        LocalDate day = planned.plannedOn();
        LocalDate on = day == null ? planned.month().atEndOfMonth() : day;
        return Meeting.plan(planned, units.canBeHome(new UnitId(planned.unit()), on, on.plusDays(1)));
    }

    private Decision<Meeting, Change> hold(Meeting meeting, Held held) {
        return meeting.hold(held, known(meeting, held.on()), profiles.on("org", held.on()));
    }

    private Known known(Meeting meeting, LocalDate day) {
        return new Known(
                times.today(),
                units.canBeHome(new UnitId(meeting.unit()), day, day.plusDays(1)),
                roster.on(meeting.unit(), day),
                meetings.openTasks(meeting.unit(), day, meeting.id()),
                meetings.answeredOn(meeting),
                Set.copyOf(roster.above(meeting.unit(), day)));
    }

    private @Nullable String profile(Meeting meeting) {
        LocalDate held = meeting.heldOn();
        return held == null ? null : profiles.on("org", held).code();
    }
}
