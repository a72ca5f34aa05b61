package tusoi.org.meetings;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.meetings.MeetingBody.BulkBody;
import tusoi.org.meetings.MeetingBody.CorrectionBody;
import tusoi.org.meetings.MeetingBody.DropBody;
import tusoi.org.meetings.MeetingBody.Entered;
import tusoi.org.meetings.MeetingBody.HeldBody;
import tusoi.org.meetings.MeetingCommand.ChangeMeeting;
import tusoi.org.meetings.MeetingCommand.CorrectMeeting;
import tusoi.org.meetings.MeetingCommand.DropMeeting;
import tusoi.org.meetings.MeetingCommand.EnterMeeting;
import tusoi.org.meetings.MeetingCommand.HoldMeeting;
import tusoi.org.meetings.domain.Meeting;
import tusoi.org.reads.PersonalRead;
import tusoi.org.roster.BranchBooks;
import tusoi.org.roster.Months;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.BulkCommands;
import tusoi.platform.web.BulkResult;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Versioned;

@RestController
@RequestMapping("/api/org/v1/meetings")
class MeetingsController {
    private final MeetingCommandHandler handler;
    private final MeetingQueries queries;
    private final UnitDirectory directory;
    private final BranchBooks books;
    private final BulkCommands bulk;

    MeetingsController(
            MeetingCommandHandler handler,
            MeetingQueries queries,
            UnitDirectory directory,
            BranchBooks books,
            BulkCommands bulk) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.books = books;
        this.bulk = bulk;
    }

    /** What a bulk entry answers for an item. */
    record EnteredMeeting(UUID id) {}

    /** Plans a meeting, or records one that was held, with everything at once. */
    @PostMapping
    ResponseEntity<MeetingViews.Whole> enter(@RequestBody @Valid Entered body) {
        UUID id = handler.handle(entry(body));
        MeetingViews.Whole view = view(id, null);
        return Versioned.created(URI.create("/api/org/v1/meetings/" + id), view, view.version());
    }

    /** Up to 200 at once, as of a year or of many branches; each for itself. */
    @PostMapping("/bulk")
    BulkResult enterAll(@RequestBody @Valid BulkBody body) {
        return bulk.run("meetings", body.items(), item -> new EnteredMeeting(handler.handle(entry(item))));
    }

    @PostMapping("/{id}/held")
    ResponseEntity<MeetingViews.Whole> hold(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid HeldBody body) {
        return change(new HoldMeeting(id, expected, body.held().held(), MeetingBody.overrides(body.overrides())));
    }

    @PostMapping("/{id}/correction")
    ResponseEntity<MeetingViews.Whole> correct(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid CorrectionBody body) {
        return change(new CorrectMeeting(
                id, expected, body.held().held(), body.reason().strip(), MeetingBody.overrides(body.overrides())));
    }

    @PostMapping("/{id}/drop")
    ResponseEntity<MeetingViews.Whole> drop(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid DropBody body) {
        return change(new DropMeeting(id, expected, body.reason().strip()));
    }

    @PersonalRead(value = "org.meeting-read", of = PersonalRead.Of.MEETING)
    @GetMapping("/{id}")
    ResponseEntity<MeetingViews.Whole> one(@PathVariable UUID id, @RequestParam @Nullable Instant knownAt) {
        MeetingViews.Whole view = view(id, knownAt);
        return Versioned.ok(view, view.version());
    }

    @PersonalRead("org.agenda-read")
    @GetMapping("/agenda")
    MeetingViews.Agenda agenda(@RequestParam String unit, @RequestParam LocalDate on) {
        UUID branch = directory.resolve(unit).value();
        books.requireRead(branch);
        return queries.agenda(branch, on);
    }

    private EnterMeeting entry(Entered body) {
        MeetingBody.Recorded held = body.held();
        return new EnterMeeting(
                directory.resolve(body.unitId()),
                body.kind() == null ? Meeting.Kind.REGULAR : body.kind(),
                Months.parse("month", body.month()),
                body.plannedOn(),
                held == null ? null : held.held(),
                MeetingBody.overrides(body.overrides()));
    }

    private ResponseEntity<MeetingViews.Whole> change(ChangeMeeting command) {
        handler.handle(command);
        MeetingViews.Whole view = view(command.meeting(), null);
        return Versioned.ok(view, view.version());
    }

    private MeetingViews.Whole view(UUID id, @Nullable Instant knownAt) {
        return queries.byId(id, knownAt).orElseThrow(() -> ProblemException.notFound("The meeting"));
    }
}
