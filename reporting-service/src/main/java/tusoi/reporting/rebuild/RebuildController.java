package tusoi.reporting.rebuild;

import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.audit.Audit;
import tusoi.platform.security.ActorIds;
import tusoi.reporting.facts.Operators;

/** Lets an administrator have the facts built anew. */
@RestController
@RequestMapping("/api/reporting/v1/rebuild")
class RebuildController {
    private final Operators operators;
    private final Rebuild rebuild;
    private final Audit audit;
    private final TransactionOperations transaction;

    RebuildController(Operators operators, Rebuild rebuild, Audit audit, TransactionOperations transaction) {
        this.operators = operators;
        this.rebuild = rebuild;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @param upTo the service is ready again once its watermark has passed this */
    record RebuildView(Instant upTo) {}

    @PostMapping
    ResponseEntity<RebuildView> start() {
        operators.require();
        transaction.executeWithoutResult(
                _ -> audit.changed("reporting.rebuild", "facts", ActorIds.SYSTEM, null, null, null, null));
        return ResponseEntity.accepted().body(new RebuildView(rebuild.start()));
    }
}
