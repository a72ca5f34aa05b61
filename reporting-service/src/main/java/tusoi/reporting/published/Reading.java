package tusoi.reporting.published;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.PageRequest;
import tusoi.reporting.figures.UnitCodes;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** What somebody may read of what was published. */
@Component
class Reading implements PublishedFiles {
    private final PublishedReports reports;
    private final UnitCodes codes;
    private final Scope scope;
    private final Watermarks watermarks;

    Reading(PublishedReports reports, UnitCodes codes, Scope scope, Watermarks watermarks) {
        this.reports = reports;
        this.codes = codes;
        this.scope = scope;
        this.watermarks = watermarks;
    }

    /** Without those that the caller may not read for want of a right. */
    @Transactional(readOnly = true)
    public List<PublishedReport> ofUnit(String unit, PageRequest page) {
        UUID id = codes.resolve(unit, watermarks.completeThrough());
        scope.require(Right.FIGURES_READ, id);
        List<Right> held = reports.rightsOf(id).stream()
                .filter(right -> scope.holds(right, id))
                .toList();
        return reports.ofUnit(id, held, page);
    }

    @Transactional(readOnly = true)
    public PublishedReport one(UUID id) {
        scope.account();
        return readable(id);
    }

    @Override
    @Transactional(readOnly = true)
    public String file(UUID id) {
        scope.account();
        return reports.file(readable(id).id());
    }

    private PublishedReport readable(UUID id) {
        PublishedReport report = reports.find(id).orElseThrow(() -> ProblemException.notFound("The published report"));
        scope.require(Right.FIGURES_READ, report.unit());
        report.rights().forEach(right -> scope.require(right, report.unit()));
        return report;
    }
}
