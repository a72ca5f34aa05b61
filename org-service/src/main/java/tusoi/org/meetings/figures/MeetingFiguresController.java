package tusoi.org.meetings.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.reads.PersonalRead;
import tusoi.org.roster.BranchBooks;
import tusoi.org.roster.Months;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Lists over a unit with everything under it and a span of months, both included. */
@RestController
@RequestMapping("/api/org/v1/meetings")
class MeetingFiguresController {
    private final MeetingLists lists;
    private final MeetingFigures figures;
    private final UnitDirectory directory;
    private final BranchBooks books;
    private final Clock clock;

    MeetingFiguresController(
            MeetingLists lists, MeetingFigures figures, UnitDirectory directory, BranchBooks books, Clock clock) {
        this.lists = lists;
        this.figures = figures;
        this.directory = directory;
        this.books = books;
        this.clock = clock;
    }

    @PersonalRead("org.meetings-read")
    @GetMapping
    Page<MeetingFigureViews.Line> list(
            @RequestParam String unit,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        return lists.list(wanted(unit, from, to, asOf, knownAt), page);
    }

    @GetMapping("/missing")
    MeetingFigureViews.MissingMonths missing(
            @RequestParam String unit,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        LocalDate today = BusinessDays.today(clock);
        LocalDate last = asOf == null || asOf.isAfter(today) ? today : asOf;
        return figures.missing(wanted(unit, from, to, last, knownAt), page);
    }

    @PersonalRead("org.attendance-read")
    @GetMapping("/attendance")
    Page<MeetingFigureViews.Attended> attendance(
            @RequestParam String unit,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        return figures.attendance(wanted(unit, from, to, asOf, knownAt), page);
    }

    @PersonalRead("org.visits-read")
    @GetMapping("/visits")
    Page<MeetingFigureViews.Visited> visits(
            @RequestParam String unit,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        return figures.visits(wanted(unit, from, to, asOf, knownAt), page);
    }

    private Wanted wanted(String unit, String from, String to, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        UUID root = directory.resolve(unit).value();
        books.requireRead(root);
        LocalDate day = asOf == null ? BusinessDays.today(clock) : asOf;
        return new Wanted(root, Months.Span.parse(from, to), day, knownAt);
    }
}
