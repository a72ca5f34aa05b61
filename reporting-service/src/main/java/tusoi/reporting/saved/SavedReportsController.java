package tusoi.reporting.saved;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.ids.Ids;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;
import tusoi.reporting.figures.UnitCodes;
import tusoi.reporting.reports.StandingReports;
import tusoi.reporting.saved.Schedule.Due;
import tusoi.reporting.saved.Schedule.Every;

/** The caller's own reports; nobody else's are there. */
@RestController
@RequestMapping("/api/reporting/v1/saved-reports")
class SavedReportsController {
    private final Saving saving;
    private final StandingReports standing;
    private final UnitCodes codes;
    private final Watermarks watermarks;
    private final Clock clock;

    SavedReportsController(
            Saving saving, StandingReports standing, UnitCodes codes, Watermarks watermarks, Clock clock) {
        this.saving = saving;
        this.standing = standing;
        this.codes = codes;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /**
     * @param report a standing report's code
     * @param unit code or id
     * @param every for a report on each span that is over, due so many days after it
     */
    record SaveBody(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 40) String report,
            @NotBlank @Size(max = 64) String unit,
            @Nullable @Min(1900) @Max(2199) Integer year,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf,
            @Nullable @Size(max = 40) String cycle,
            @Nullable Every every,
            @Nullable @Min(0) @Max(Schedule.MOST_AFTER_DAYS) Integer afterDays) {}

    /** What has fallen due of a schedule: parameters of {@code GET /reports/{code}}. */
    record DueView(List<Due> items) {}

    /** At most a hundred of an account. */
    @PostMapping
    ResponseEntity<SavedReport> save(@RequestBody @Valid SaveBody body) {
        SavedReport report = report(Ids.next(), body);
        saving.add(report);
        return Versioned.created(
                URI.create("/api/reporting/v1/saved-reports/" + report.id()), report, report.version());
    }

    @GetMapping
    Page<SavedReport> all(PageRequest page) {
        return Cursor.page(saving.all(page), page.size(), last -> Cursor.of(last.id()));
    }

    @GetMapping("/{id}")
    ResponseEntity<SavedReport> one(@PathVariable UUID id) {
        SavedReport report = saving.one(id);
        return Versioned.ok(report, report.version());
    }

    @PostMapping("/{id}/change")
    ResponseEntity<SavedReport> change(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid SaveBody body) {
        SavedReport changed = saving.change(report(id, body), expected);
        return Versioned.ok(changed, changed.version());
    }

    @PostMapping("/{id}/deletion")
    ResponseEntity<Void> delete(@PathVariable UUID id, IfMatch expected) {
        saving.delete(id, expected);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/due")
    DueView due(@PathVariable UUID id) {
        return new DueView(saving.due(id));
    }

    private SavedReport report(UUID id, SaveBody body) {
        String code = body.report().strip();
        if (standing.find(code).isEmpty()) {
            throw ProblemException.unreadable(
                    "report", "There is no report " + code, "GET /api/reporting/v1/reports lists them");
        }
        if (body.from() != null && body.to() != null && body.from().isAfter(body.to())) {
            throw ProblemException.unreadable("from", "The span ends before it begins", "Give from at or before to");
        }
        boolean hasSpan = body.year() != null || body.from() != null || body.to() != null;
        if (body.every() != null && hasSpan || body.year() != null && (body.from() != null || body.to() != null)) {
            throw ProblemException.unreadable(
                    "every", "More than one span was given", "Give a year, or from and to, or a schedule");
        }
        if (body.every() == null && body.afterDays() != null) {
            throw ProblemException.unreadable("afterDays", "Days after what? There is no schedule", "Give every too");
        }
        return new SavedReport(
                id,
                1,
                body.name().strip(),
                code,
                codes.resolve(body.unit().strip(), watermarks.completeThrough()),
                body.year(),
                body.from(),
                body.to(),
                body.asOf(),
                body.cycle(),
                body.every(),
                body.afterDays(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
