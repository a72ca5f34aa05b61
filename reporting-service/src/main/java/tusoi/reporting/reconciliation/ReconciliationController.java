package tusoi.reporting.reconciliation;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.reporting.reconciliation.Reconciliations.DifferenceView;
import tusoi.reporting.reconciliation.Reconciliations.ReconciliationView;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/**
 * Every night's comparison of what the services counted with the facts: for who may read the audit
 * trail, or of discipline's for who may read cases; of the units where.
 */
@RestController
@RequestMapping("/api/reporting/v1/reconciliations")
class ReconciliationController {
    private final Reconciliations reconciliations;
    private final Scope scope;

    ReconciliationController(Reconciliations reconciliations, Scope scope) {
        this.reconciliations = reconciliations;
        this.scope = scope;
    }

    /** The latest first. */
    @GetMapping
    Page<ReconciliationView> list(PageRequest page) {
        UUID account = reader();
        UUID before =
                page.after() == null ? null : Cursor.parse(page.after(), 1).id(0);
        return Cursor.page(
                reconciliations.list(account, before, page.size() + 1), page.size(), last -> Cursor.of(last.id()));
    }

    /** The first ten thousand of one comparison, by unit; of those, the caller's. */
    @GetMapping("/{id}/differences")
    Page<DifferenceView> differences(@PathVariable UUID id, PageRequest page) {
        UUID account = reader();
        if (!reconciliations.isThere(id)) {
            throw ProblemException.notFound("A reconciliation");
        }
        long after = page.after() == null ? 0 : Cursor.parse(page.after(), 1).number(0);
        return Cursor.page(
                reconciliations.differences(account, id, after, page.size() + 1),
                page.size(),
                last -> Cursor.of(last.n()));
    }

    private UUID reader() {
        UUID account = scope.account();
        if (!reconciliations.mayRead(account)) {
            throw ProblemException.lacksRight(Right.AUDIT_READ.name());
        }
        return account;
    }
}
