package tusoi.org.imports;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tusoi.org.ids.UnitId;
import tusoi.org.reads.PersonalRead;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

@RestController
@RequestMapping("/api/org/v1/imports")
class ImportsController {
    private final ImportStaging staging;
    private final ImportCommandHandler handler;
    private final ImportQueries queries;
    private final UnitDirectory directory;

    ImportsController(
            ImportStaging staging, ImportCommandHandler handler, ImportQueries queries, UnitDirectory directory) {
        this.staging = staging;
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> stage(@RequestParam MultipartFile file, @RequestParam String unit) throws IOException {
        UnitId at = directory.resolve(unit);
        UUID id = new UploadedFile(file).read((name, source) -> staging.stage(at, name, source));
        return ResponseEntity.created(URI.create("/api/org/v1/imports/" + id)).body(queries.byId(id));
    }

    @GetMapping("/{id}")
    ImportView one(@PathVariable UUID id) {
        return queries.byId(id);
    }

    @PersonalRead(value = "org.import-read", of = PersonalRead.Of.IMPORT)
    @GetMapping("/{id}/errors")
    Page<ImportView.Fault> errors(@PathVariable UUID id, PageRequest page) {
        return queries.faults(id, page);
    }

    @GetMapping("/{id}/preview")
    ImportView.Preview preview(@PathVariable UUID id) {
        return queries.preview(id);
    }

    @PostMapping("/{id}/confirmation")
    ImportView confirm(@PathVariable UUID id) {
        handler.confirm(id);
        return queries.byId(id);
    }
}
