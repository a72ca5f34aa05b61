package tusoi.org.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

@RestController
@RequestMapping("/api/org/v1/imports")
class ImportsController {
    private static final int NAME_LENGTH = 200;

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
        String name = Texts.clean(file.getOriginalFilename() == null ? "" : file.getOriginalFilename());
        String shortName = name.substring(0, Math.min(name.length(), NAME_LENGTH));
        UUID id;
        if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            id = stageWorkbook(at, shortName, file);
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            try (InputStream content = file.getInputStream()) {
                id = staging.stage(at, shortName, new CsvRows(content));
            }
        } else {
            throw ProblemException.unreadable("file", "It is neither .csv nor .xlsx", "Send one of the two");
        }
        return ResponseEntity.created(URI.create("/api/org/v1/imports/" + id)).body(queries.byId(id));
    }

    @GetMapping("/{id}")
    ImportView one(@PathVariable UUID id) {
        return queries.byId(id);
    }

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

    private UUID stageWorkbook(UnitId at, String name, MultipartFile file) throws IOException {
        Path copy = Files.createTempFile("import-", ".xlsx");
        try {
            file.transferTo(copy);
            return staging.stage(at, name, new XlsxRows(copy));
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
