package tusoi.org.reconciliation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tusoi.org.imports.ImportStaging;
import tusoi.org.imports.UploadedFile;
import tusoi.org.reads.PersonalRead;
import tusoi.org.reconciliation.Reconciliations.Fault;
import tusoi.org.reconciliation.Reconciliations.Line;
import tusoi.org.reconciliation.Reconciliations.Part;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1/reconciliations")
class ReconciliationsController {
    private final ImportStaging staging;
    private final ReconciliationCommandHandler handler;
    private final ReconciliationQueries queries;
    private final UnitDirectory directory;
    private final Scope scope;

    ReconciliationsController(
            ImportStaging staging,
            ReconciliationCommandHandler handler,
            ReconciliationQueries queries,
            UnitDirectory directory,
            Scope scope) {
        this.staging = staging;
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.scope = scope;
    }

    /**
     * @param errorCount rows that could not be read or placed; they are in no part but, where they could be read, in conflict
     * @param parts how many rows fell where
     */
    record ReconciliationView(
            UUID id,
            UUID unitId,
            String fileName,
            String state,
            int rows,
            int errorCount,
            OffsetDateTime createdAt,
            Map<String, Integer> parts) {}

    record ReconciliationConfirmationBody(@NotNull Part part) {}

    /** The columns of an import; every unit of the file's people is under this one. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReconciliationView> compare(@RequestParam MultipartFile file, @RequestParam String unit)
            throws IOException {
        UUID id = staging.stageForComparison(directory.resolve(unit), new UploadedFile(file), new Comparison());
        return ResponseEntity.created(URI.create("/api/org/v1/reconciliations/" + id))
                .body(queries.byId(id));
    }

    @GetMapping("/{id}")
    ReconciliationView one(@PathVariable UUID id) {
        scope.account();
        return queries.byId(id);
    }

    @PersonalRead(value = "org.reconciliation-read", of = PersonalRead.Of.IMPORT)
    @GetMapping("/{id}/rows")
    Page<Line> rows(@PathVariable UUID id, @RequestParam @Nullable Part part, PageRequest page) {
        scope.account();
        return queries.lines(id, part, page);
    }

    @PersonalRead(value = "org.reconciliation-read", of = PersonalRead.Of.IMPORT)
    @GetMapping("/{id}/errors")
    Page<Fault> errors(@PathVariable UUID id, PageRequest page) {
        scope.account();
        return queries.faults(id, page);
    }

    /** Takes one part over; once more changes nothing. */
    @PostMapping("/{id}/confirmation")
    ReconciliationView confirm(@PathVariable UUID id, @RequestBody @Valid ReconciliationConfirmationBody body) {
        handler.confirm(id, body.part());
        return queries.byId(id);
    }
}
