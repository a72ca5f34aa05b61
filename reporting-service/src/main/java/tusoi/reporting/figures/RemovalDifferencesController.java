package tusoi.reporting.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.audit.Audit;
import tusoi.reporting.figures.FreshAnswers.Asked;
import tusoi.reporting.figures.QuestionReader.Parameters;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Where what discipline-service decided and what org-service applied to the register differ. */
@RestController
@RequestMapping("/api/reporting/v1/reconciliations/removals")
class RemovalDifferencesController {
    private final FreshAnswers fresh;
    private final RemovalDifferences differences;
    private final Scope scope;
    private final ReadableUnits readable;
    private final Audit audit;

    RemovalDifferencesController(
            FreshAnswers fresh, RemovalDifferences differences, Scope scope, ReadableUnits readable, Audit audit) {
        this.fresh = fresh;
        this.differences = differences;
        this.scope = scope;
        this.readable = readable;
        this.audit = audit;
    }

    /**
     * For who may read cases and members at the unit (403 otherwise); leaves a row in the audit trail. At most 2,000 removals.
     *
     * @param unit code or id; the answer covers it and everything under it
     * @param from first day of the span; the first day of {@code to}'s year unless told
     * @param to last day of the span; the day of {@code knownAt} in Viet Nam unless told
     * @param asOf the day whose tree decides; {@code to} unless told
     * @param knownAt the instant whose knowledge is used; the watermark unless told
     */
    @GetMapping
    ResponseEntity<RemovalDifferencesView> removals(
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            HttpServletResponse response) {
        List<String> indicators = new ArrayList<>(RemovalDifferences.APPLIED.values());
        indicators.add(RemovalDifferences.DECIDED);
        Asked asked =
                fresh.read(String.join(",", indicators), new Parameters(unit, from, to, asOf, knownAt, null, null));
        UUID place = asked.question().unit();
        scope.require(Right.CASE_READ, place);
        scope.require(Right.MEMBER_READ, place);
        RemovalDifferencesView answer =
                differences.of(asked.question(), readable.of(scope.account(), Right.CASE_READ, Right.MEMBER_READ));
        audit.read("reporting.removals-reconciled", "unit", place, place);
        fresh.tell(asked, response);
        return ResponseEntity.ok(answer);
    }
}
