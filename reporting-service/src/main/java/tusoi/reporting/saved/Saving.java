package tusoi.reporting.saved;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.audit.Audit;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.PageRequest;
import tusoi.reporting.saved.Schedule.Due;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** One transaction per command: the right at the unit, the limit, the row, the audit. */
@Component
class Saving {
    static final int MOST_OF_AN_ACCOUNT = 100;
    private static final int MOST_DUE = 200;

    private final SavedReports reports;
    private final Scope scope;
    private final Audit audit;
    private final Watermarks watermarks;

    Saving(SavedReports reports, Scope scope, Audit audit, Watermarks watermarks) {
        this.reports = reports;
        this.scope = scope;
        this.audit = audit;
        this.watermarks = watermarks;
    }

    @Transactional
    public void add(SavedReport report) {
        UUID account = scope.account();
        scope.require(Right.FIGURES_READ, report.unit());
        if (reports.lockAndCount(account) >= MOST_OF_AN_ACCOUNT) {
            throw ProblemException.wrongState("An account has at most " + MOST_OF_AN_ACCOUNT + " reports of its own");
        }
        reports.save(account, report);
        audit.changed("reporting.report-saved", "unit", report.unit(), report.unit(), null, report, null);
    }

    /** @param changed of the same id; its version and day of saving are those of the one that it changes */
    @Transactional
    public SavedReport change(SavedReport changed, IfMatch expected) {
        SavedReport former = locked(changed.id());
        expected.mustBe(former.version());
        scope.require(Right.FIGURES_READ, changed.unit());
        SavedReport next = new SavedReport(
                former.id(),
                former.version() + 1,
                changed.name(),
                changed.report(),
                changed.unit(),
                changed.year(),
                changed.from(),
                changed.to(),
                changed.asOf(),
                changed.cycle(),
                changed.every(),
                changed.afterDays(),
                former.savedAt());
        reports.save(scope.account(), next);
        audit.changed("reporting.saved-report-changed", "unit", next.unit(), next.unit(), former, next, null);
        return next;
    }

    @Transactional
    public void delete(UUID id, IfMatch expected) {
        SavedReport former = locked(id);
        expected.mustBe(former.version());
        reports.delete(id);
        audit.changed("reporting.saved-report-deleted", "unit", former.unit(), former.unit(), former, null, null);
    }

    @Transactional(readOnly = true)
    public List<SavedReport> all(PageRequest page) {
        scope.account();
        return reports.all(page);
    }

    @Transactional(readOnly = true)
    public SavedReport one(UUID id) {
        scope.account();
        return reports.find(id).orElseThrow(Saving::missing);
    }

    /** What has fallen due since it was saved, and is complete; the latest first. */
    @Transactional(readOnly = true)
    public List<Due> due(UUID id) {
        SavedReport report = one(id);
        if (report.every() == null) {
            return List.of();
        }
        return new Schedule(report.every(), report.afterDays() == null ? 0 : report.afterDays())
                .between(report.savedAt(), watermarks.completeThrough(), MOST_DUE);
    }

    private SavedReport locked(UUID id) {
        scope.account();
        return reports.lock(id).orElseThrow(Saving::missing);
    }

    private static ProblemException missing() {
        return ProblemException.notFound("The saved report");
    }
}
