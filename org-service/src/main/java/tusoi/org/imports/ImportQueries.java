package tusoi.org.imports;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

@Component
@Transactional(readOnly = true)
class ImportQueries {
    private final Imports imports;

    ImportQueries(Imports imports) {
        this.imports = imports;
    }

    ImportView byId(UUID id) {
        return imports.find(id).orElseThrow(() -> ProblemException.notFound("The import"));
    }

    Page<ImportView.Fault> faults(UUID id, PageRequest page) {
        byId(id);
        return imports.faults(id, page);
    }

    ImportView.Preview preview(UUID id) {
        ImportView view = byId(id);
        int duplicates = imports.duplicates(id);
        var units = imports.counts(id);
        int readable = units.stream().mapToInt(ImportView.UnitCount::members).sum();
        return new ImportView.Preview(
                view.rows(), view.errorCount(), Math.max(0, readable - duplicates), duplicates, units);
    }
}
