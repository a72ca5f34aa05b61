package tusoi.org.workingrules;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import tusoi.org.reads.PersonalRead;
import tusoi.org.roster.BranchBooks;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.org.workingrules.WorkingRulesQueries.View;
import tusoi.org.workingrules.WorkingRulesQueries.Wanted;
import tusoi.org.workingrules.domain.WorkingRules;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;

@RestController
@RequestMapping("/api/org/v1/working-rules")
class WorkingRulesController {
    private static final long BYTES_AT_MOST = 1_000_000_000;

    private final WorkingRulesHandler handler;
    private final WorkingRulesQueries queries;
    private final UnitDirectory directory;
    private final BranchBooks books;
    private final Clock clock;

    WorkingRulesController(
            WorkingRulesHandler handler,
            WorkingRulesQueries queries,
            UnitDirectory directory,
            BranchBooks books,
            Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.books = books;
        this.clock = clock;
    }

    record AttachmentBody(
            @NotBlank @Size(max = 200) String fileName,

            @NotNull @Pattern(regexp = "[a-z]{1,40}/[A-Za-z0-9.+-]{1,100}")
            String mediaType,

            @Min(1) @Max(BYTES_AT_MOST) long bytes,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    @Schema(name = "WorkingRulesTaskBody")
    record TaskBody(
            @NotNull UUID memberId,
            @NotBlank @Size(max = 500) String task) {}

    record Content(
            @NotBlank @Size(max = 100) String documentNumber,
            @NotNull LocalDate adoptedOn,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotNull @Valid AttachmentBody attachment,
            @Nullable @Size(max = 500) List<@NotNull @Valid TaskBody> tasks) {
        WorkingRules rules(UUID id, UUID unit) {
            List<TaskBody> given = tasks == null ? List.of() : tasks;
            return new WorkingRules(
                    id,
                    unit,
                    Texts.clean(documentNumber),
                    adoptedOn,
                    validFrom,
                    validTo,
                    new WorkingRules.Attachment(
                            Texts.clean(attachment.fileName()),
                            attachment.mediaType(),
                            attachment.bytes(),
                            attachment.sha256()),
                    given.stream()
                            .map(task -> new WorkingRules.Task(task.memberId(), Texts.clean(task.task())))
                            .toList());
        }
    }

    record FileBody(
            @NotBlank @Size(max = 64) String unitId,
            @NotNull @Valid Content content,
            @Nullable Map<String, String> overrides) {}

    @Schema(name = "WorkingRulesCorrectionBody")
    record CorrectionBody(
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Valid Content content,
            @Nullable Map<String, String> overrides) {}

    @Schema(name = "WorkingRulesEndBody")
    record EndBody(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 500) String reason) {}

    /** Which units are asked for. */
    enum Form {
        BRANCH,
        PARTY_ORGANISATION
    }

    @PostMapping
    ResponseEntity<View> file(@RequestBody @Valid FileBody body) {
        UUID id = Ids.next();
        handler.file(body.content().rules(id, directory.resolve(body.unitId()).value()), overrides(body.overrides()));
        return Versioned.created(URI.create("/api/org/v1/working-rules/" + id), view(id, null), 1);
    }

    @PostMapping("/{id}/correction")
    ResponseEntity<View> correct(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid CorrectionBody body) {
        handler.correct(body.content().rules(id, id), expected, body.reason().strip(), overrides(body.overrides()));
        return shown(id, null);
    }

    @PostMapping("/{id}/end")
    ResponseEntity<View> end(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid EndBody body) {
        handler.end(id, expected, body.on(), body.reason().strip());
        return shown(id, null);
    }

    /** The unit's own, former ones too. */
    @PersonalRead("org.working-rules-read")
    @GetMapping
    List<View> of(@RequestParam String unit) {
        return queries.of(readable(unit));
    }

    @PersonalRead(value = "org.working-rules-read", of = PersonalRead.Of.WORKING_RULES)
    @GetMapping("/{id}")
    ResponseEntity<View> one(@PathVariable UUID id, @RequestParam @Nullable Instant knownAt) {
        return shown(id, knownAt);
    }

    /** Branches, unless another form is asked for, under the unit: how many have working rules in force, and which have none. */
    @GetMapping("/coverage")
    WorkingRulesQueries.Coverage coverage(
            @RequestParam String unit,
            @RequestParam(defaultValue = "BRANCH") Form form,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        return queries.coverage(wanted(unit, form, asOf, knownAt), page);
    }

    @PersonalRead("org.unassigned-read")
    @GetMapping("/unassigned")
    Page<WorkingRulesQueries.Unassigned> unassigned(
            @RequestParam String unit,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        return queries.unassigned(wanted(unit, Form.BRANCH, asOf, knownAt), page);
    }

    private Wanted wanted(String unit, Form form, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        LocalDate day = asOf == null ? BusinessDays.today(clock) : asOf;
        return new Wanted(readable(unit), form.name(), day, knownAt);
    }

    private UUID readable(String unit) {
        UUID id = directory.resolve(unit).value();
        books.requireRead(id);
        return id;
    }

    private ResponseEntity<View> shown(UUID id, @Nullable Instant knownAt) {
        View view = view(id, knownAt);
        return Versioned.ok(view, view.version());
    }

    private View view(UUID id, @Nullable Instant knownAt) {
        books.account();
        return queries.one(id, knownAt).orElseThrow(() -> ProblemException.notFound("The working rules"));
    }

    private static Overrides overrides(@Nullable Map<String, String> reasons) {
        return reasons == null ? Overrides.NONE : new Overrides(reasons);
    }
}
