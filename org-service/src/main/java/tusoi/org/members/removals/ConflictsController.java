package tusoi.org.members.removals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.reads.PersonalRead;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1/members/conflicts")
class ConflictsController {
    private final Scope scope;
    private final ConflictQueries conflicts;
    private final ConflictCommandHandler handler;

    ConflictsController(Scope scope, ConflictQueries conflicts, ConflictCommandHandler handler) {
        this.scope = scope;
        this.handler = handler;
        this.conflicts = conflicts;
    }

    @PersonalRead("org.conflicts-read")
    @GetMapping
    List<ConflictQueries.ConflictView> all(@RequestParam @Nullable Boolean settled) {
        scope.account();
        return conflicts.all(settled);
    }

    record ConflictSettlementBody(
            @NotBlank @Size(max = 2000) String note) {}

    @PostMapping("/{id}/settlement")
    ConflictQueries.ConflictView settle(@PathVariable UUID id, @RequestBody @Valid ConflictSettlementBody body) {
        handler.settle(id, body.note().strip());
        return conflicts.byId(id);
    }
}
