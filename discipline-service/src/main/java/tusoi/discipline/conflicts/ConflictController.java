package tusoi.discipline.conflicts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.discipline.conflicts.ConflictQueries.ConflictView;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/discipline/v1/conflicts")
class ConflictController {
    private final ConflictQueries queries;
    private final ConflictCommandHandler handler;
    private final Scope scope;

    ConflictController(ConflictQueries queries, ConflictCommandHandler handler, Scope scope) {
        this.queries = queries;
        this.handler = handler;
        this.scope = scope;
    }

    @GetMapping
    Page<ConflictView> list(@RequestParam(required = false) @Nullable Boolean settled, PageRequest page) {
        scope.account();
        return queries.list(settled, page);
    }

    record SettlementBody(@NotBlank @Size(max = 2_000) String note) {}

    @PostMapping("/{id}/settlement")
    ConflictView settle(@PathVariable UUID id, @Valid @RequestBody SettlementBody body) {
        handler.settle(id, body.note().strip());
        return queries.byId(id);
    }
}
