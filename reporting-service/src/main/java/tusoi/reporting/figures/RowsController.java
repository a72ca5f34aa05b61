package tusoi.reporting.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.PageRequest;
import tusoi.reporting.figures.FreshAnswers.Asked;
import tusoi.reporting.figures.QuestionReader.Parameters;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Scope;

/** From a figure down to the facts behind it, one by one. Reporting knows nobody's name: whoever may, asks the owner by the id. */
@RestController
@RequestMapping("/api/reporting/v1/figures/rows")
class RowsController {
    private static final int CURSOR_VALUES = 3;

    private final FreshAnswers fresh;
    private final Rows rows;
    private final Scope scope;
    private final Audit audit;
    private final TransactionOperations transaction;

    RowsController(FreshAnswers fresh, Rows rows, Scope scope, Audit audit, TransactionOperations transaction) {
        this.fresh = fresh;
        this.rows = rows;
        this.scope = scope;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * All pages together are as many rows as the figure's numerator, or its part's, but for facts of units that are not the caller's
     * today, which are counted as withheld. Rows want the indicator's own right at the unit (403 where it is missing); every page that
     * is read leaves a row in the audit trail, with what was asked for and how many rows were shown.
     *
     * @param unit code or id; the answer covers it and everything under it
     * @param indicator one indicator's id
     * @param from first day of the span; the first day of {@code to}'s year unless told
     * @param to last day of the span; the day of {@code knownAt} in Viet Nam unless told
     * @param asOf the day whose tree decides; {@code to} unless told
     * @param knownAt the instant whose knowledge is used; the watermark unless told. A cursor keeps it
     * @param cycle a review cycle's id or year, or {@code all}
     * @param by one or two dimensions, separated by a comma, where one part is meant
     * @param part that part's values, in the places of {@code by}
     */
    @GetMapping
    ResponseEntity<RowsView> rows(
            @RequestParam String unit,
            @RequestParam String indicator,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String part,
            PageRequest page,
            HttpServletResponse response) {
        if (indicator.contains(",")) {
            throw ProblemException.unreadable("indicator", "Several were asked for", "Ask for the rows of one");
        }
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), CURSOR_VALUES);
        String known = known(knownAt, after);
        Asked asked = fresh.read("indicator", indicator, new Parameters(unit, from, to, asOf, known, cycle, by));
        Indicator one = asked.indicators().getFirst();
        scope.require(one.rowsRight(), asked.question().unit());
        List<String> keys = keys(part, asked.question());
        RowsView answer =
                rows.of(asked.question(), one, keys, new Readers(scope.account(), one.rowsRight()), after, page.size());
        tell(asked.question(), one, keys, answer);
        fresh.tell(asked, response);
        return ResponseEntity.ok(answer);
    }

    /**
     * What the trail keeps of a page that was read.
     *
     * @param part the values of the part that was meant, in the places of {@code by}; empty for the whole
     * @param rows how many were shown
     */
    record RowsRead(
            String indicator,
            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            Instant knownAt,
            List<String> by,
            List<String> part,
            int rows,
            int withheld) {}

    /** Before the answer leaves; it tells of no person which row was theirs. */
    private void tell(Question question, Indicator indicator, List<String> keys, RowsView answer) {
        RowsRead read = new RowsRead(
                indicator.id(),
                question.from(),
                question.to(),
                question.asOf(),
                question.knownAt(),
                question.by().stream().map(Dimension::code).toList(),
                keys,
                answer.items().size(),
                answer.withheld());
        transaction.executeWithoutResult(
                _ -> audit.changed("reporting.rows-read", "unit", question.unit(), question.unit(), null, read, null));
    }

    /** The next page is of the same knowledge as the first. */
    private static @Nullable String known(@Nullable String knownAt, @Nullable Cursor after) {
        if (after == null) {
            return knownAt;
        }
        Instant kept = after.instant(0);
        return kept.toString();
    }

    private static List<String> keys(@Nullable String part, Question question) {
        List<String> keys = part == null
                ? List.of()
                : Arrays.stream(part.split(",", -1)).map(String::strip).toList();
        if (keys.size() != question.by().size()) {
            throw ProblemException.unreadable(
                    "part",
                    question.by().size() + " dimensions and " + keys.size() + " values were given",
                    "Give one value for each dimension of by, or neither");
        }
        return keys;
    }
}
