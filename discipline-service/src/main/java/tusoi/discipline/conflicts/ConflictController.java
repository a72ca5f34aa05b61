package tusoi.discipline.conflicts;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.discipline.conflicts.ConflictQueries.ConflictView;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/discipline/v1/conflicts")
class ConflictController {
    private final ConflictQueries queries;
    private final Scope scope;

    ConflictController(ConflictQueries queries, Scope scope) {
        this.queries = queries;
        this.scope = scope;
    }

    @GetMapping
    Page<ConflictView> list(PageRequest page) {
        scope.account();
        return queries.list(page);
    }
}
