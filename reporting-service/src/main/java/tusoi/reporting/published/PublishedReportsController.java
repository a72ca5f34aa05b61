package tusoi.reporting.published;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.reporting.published.Publishing.PublishReport;
import tusoi.reporting.reports.ReportRequest;

/**
 * Published reports: immutable and signed. Who may open a unit's review cycles publishes, or who may see the report's small parts (CASE_READ
 * for discipline, REVIEW_READ for reviews, MEMBER_READ for members), which at a base and below is needed in any case; who may read the
 * unit's figures reads, there with the same rights.
 */
@RestController
@RequestMapping("/api/reporting/v1/published-reports")
class PublishedReportsController {
    private final Publishing publishing;
    private final Reading reading;

    PublishedReportsController(Publishing publishing, Reading reading) {
        this.publishing = publishing;
        this.reading = reading;
    }

    /**
     * @param report a standing report's code; the rest as in {@code GET /reports/{code}}
     * @param replaces a published report that this one corrects; with a reason
     * @param reason at most 1,000 characters. It is signed with the report, printed on its certificate and kept in every copy for ever:
     *     tell of no person in it. Numbers that look like a person's identifier, party card or telephone number are refused (422); names
     *     can't be recognised
     */
    record PublishBody(
            @NotBlank @Size(max = 40) String report,
            @NotBlank @Size(max = 64) String unit,
            @Nullable @Min(1900) @Max(2199) Integer year,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt,
            @Nullable @Size(max = 40) String cycle,
            @Nullable UUID replaces,

            @Nullable
            @Size(max = 1000)
            @Schema(
                    description =
                            "WARNING: signed with the report, printed on its certificate and kept in every copy for ever; it can never be"
                                    + " changed or erased. Tell of no person in it: no name, no identifier, no telephone number. What looks like"
                                    + " a person's identifier, party card or telephone number is refused with 422")
            String reason) {
        PublishReport command() {
            if ((replaces == null) != (reason == null || reason.isBlank())) {
                throw ProblemException.unreadable(
                        "reason", "A correction and its reason belong together", "Give both, or neither");
            }
            return new PublishReport(
                    report.strip(),
                    new ReportRequest(unit.strip(), year, text(from), text(to), text(asOf), text(knownAt), cycle),
                    replaces,
                    replaces == null || reason == null ? null : ReasonText.checked(reason));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    @PostMapping
    ResponseEntity<PublishedReport> publish(@RequestBody @Valid PublishBody body, HttpServletResponse response) {
        PublishedReport published = publishing.handle(body.command(), response);
        return ResponseEntity.created(URI.create("/api/reporting/v1/published-reports/" + published.id()))
                .body(published);
    }

    /** Those of the very unit, the latest first. */
    @GetMapping
    Page<PublishedReport> of(@RequestParam String unit, PageRequest page) {
        List<PublishedReport> found = reading.ofUnit(unit, page);
        return Cursor.page(found, page.size(), PublishedReports::place);
    }

    @GetMapping("/{id}")
    PublishedReport one(@PathVariable UUID id) {
        return reading.one(id);
    }

    /** The signed file, for {@code ./tusoi verify}. */
    @GetMapping(path = "/{id}/file", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> file(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("bao-cao-" + id + ".json")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(reading.file(id));
    }

    /** A page to be printed, in Vietnamese: the table, and by what it can be checked. */
    @GetMapping(path = "/{id}/certificate", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> certificate(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(Certificate.page(reading.one(id), reading.file(id)));
    }
}
