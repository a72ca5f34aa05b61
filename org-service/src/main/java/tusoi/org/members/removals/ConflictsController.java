package tusoi.org.members.removals;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.reads.PersonalRead;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1/members/conflicts")
class ConflictsController {
    private final Scope scope;
    private final ConflictQueries conflicts;

    ConflictsController(Scope scope, ConflictQueries conflicts) {
        this.scope = scope;
        this.conflicts = conflicts;
    }

    @PersonalRead("org.conflicts-read")
    @GetMapping
    List<ConflictQueries.ConflictView> all() {
        scope.account();
        return conflicts.all();
    }
}
