package tusoi.org.dues;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.dues.DuesBody.BookBody;
import tusoi.org.dues.DuesBody.CorrectionBody;
import tusoi.org.dues.DuesCommand.CorrectPayment;
import tusoi.org.dues.DuesCommand.EnterBook;
import tusoi.org.dues.DuesCommandHandler.Outcome;
import tusoi.org.dues.DuesQueries.When;
import tusoi.org.dues.DuesViews.BookResult;
import tusoi.org.dues.DuesViews.ItemResult;
import tusoi.org.reads.PersonalRead;
import tusoi.org.roster.BranchBooks;
import tusoi.org.roster.Months;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.Language;
import tusoi.platform.problems.Problem;
import tusoi.platform.problems.Problems;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

@RestController
@RequestMapping("/api/org/v1/dues")
class DuesController {
    private final DuesCommandHandler handler;
    private final DuesQueries queries;
    private final BookQueries books;
    private final Desk desk;

    DuesController(DuesCommandHandler handler, DuesQueries queries, BookQueries books, Desk desk) {
        this.handler = handler;
        this.queries = queries;
        this.books = books;
        this.desk = desk;
    }

    /** What requests are read with. */
    @Component
    record Desk(UnitDirectory directory, BranchBooks books, Problems problems, Clock clock) {
        UUID readable(String unit) {
            UUID id = directory.resolve(unit).value();
            books.requireRead(id);
            return id;
        }

        When when(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
            return new When(asOf == null ? BusinessDays.today(clock) : asOf, knownAt);
        }
    }

    /** A branch's month at once, up to 200 payments, each taken or refused for itself. */
    @PostMapping("/books")
    BookResult enter(@RequestBody @Valid BookBody body, HttpServletRequest request) {
        YearMonth month = Months.parse("month", body.month());
        EnterBook command = new EnterBook(
                desk.directory().resolve(body.unitId()),
                month,
                body.items().stream().map(item -> item.payment(month)).toList(),
                body.closedOn(),
                overrides(body.overrides()));
        List<ItemResult> items = handler.handle(command).stream()
                .map(outcome -> result(outcome, Language.of(request)))
                .toList();
        return new BookResult(command.unit().value(), month.toString(), items);
    }

    @PostMapping("/members/{member}/{month}/correction")
    DuesViews.OfMember correct(
            @PathVariable UUID member,
            @PathVariable String month,
            IfMatch expected,
            @RequestBody @Valid CorrectionBody body) {
        YearMonth of = Months.parse("month", month);
        DuesBody.Paid payment = body.payment();
        handler.handle(new CorrectPayment(
                member,
                of,
                expected,
                payment == null ? null : payment.payment(member, of),
                body.reason().strip(),
                overrides(body.overrides())));
        return queries.ofMember(member, desk.when(null, null));
    }

    @PersonalRead(value = "org.dues-read", of = PersonalRead.Of.MEMBER)
    @GetMapping("/members/{member}")
    DuesViews.OfMember ofMember(
            @PathVariable UUID member,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt) {
        desk.books().account();
        return queries.ofMember(member, desk.when(asOf, knownAt));
    }

    @GetMapping("/books")
    DuesViews.Book book(
            @RequestParam String unit,
            @RequestParam String month,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt) {
        return queries.book(desk.readable(unit), Months.parse("month", month), desk.when(asOf, knownAt));
    }

    /** Branches under the unit, by month, whose book nobody has closed. */
    @GetMapping("/books/open")
    BookQueries.OpenBooks openBooks(
            @RequestParam String unit,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        return books.open(desk.readable(unit), Months.Span.parse(from, to), desk.when(asOf, knownAt), page);
    }

    @PersonalRead("org.dues-read")
    @GetMapping("/paid-through")
    Page<DuesViews.Through> paidThrough(
            @RequestParam String unit,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        return queries.paidThrough(desk.readable(unit), desk.when(asOf, knownAt), page);
    }

    /** Of the calendar year that the day is in. */
    @PersonalRead("org.arrears-read")
    @GetMapping("/arrears")
    Page<DuesViews.Arrears> arrears(
            @RequestParam String unit,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        return queries.arrears(desk.readable(unit), desk.when(asOf, knownAt), page);
    }

    private ItemResult result(Outcome outcome, Language language) {
        RuntimeException refused = outcome.refused();
        if (refused == null) {
            return new ItemResult(outcome.index(), 200, outcome.version(), null);
        }
        Problem problem = desk.problems().of(refused, language);
        return new ItemResult(outcome.index(), problem.status(), null, problem);
    }

    private static Overrides overrides(@Nullable Map<String, String> reasons) {
        return reasons == null ? Overrides.NONE : new Overrides(reasons);
    }
}
