package tusoi.org.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.members.BulkRegistration;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Applies what was staged, as the app and in one transaction: all members with one recorded instant, or none. */
@Component
class ImportCommandHandler {
    /** From how many rows on the planner's picture of the tables may be wrong. */
    private static final int MANY = 1_000;

    private final Scope scope;
    private final UnitDirectory units;
    private final Imports imports;
    private final BulkRegistration members;
    private final ImportTrail trail;

    ImportCommandHandler(
            Scope scope, UnitDirectory units, Imports imports, BulkRegistration members, ImportTrail trail) {
        this.scope = scope;
        this.units = units;
        this.imports = imports;
        this.members = members;
        this.trail = trail;
    }

    /** Confirms an import; once more changes nothing. */
    @Transactional
    void confirm(UUID id) {
        ImportView found = imports.lock(id).orElseThrow(() -> ProblemException.notFound("The import"));
        scope.require(Right.MEMBER_IMPORT, found.unitId());
        if (found.state().equals("APPLIED")) {
            return;
        }
        if (!found.state().equals("STAGED")) {
            throw ProblemException.wrongState(
                    "The file has " + found.errorCount() + " errors: mend it and send it again");
        }
        units.holdStill();
        if (imports.homesLost(id) > 0) {
            throw ProblemException.wrongState("Units have changed since the file was read: send it again");
        }
        Instant recordedAt = trail.recordedAt();
        BulkRegistration.Batch batch = members.begin(recordedAt, scope.account());
        imports.forEachRow(id, batch::add);
        batch.finish();
        imports.applied(id, recordedAt);
        if (found.rows() >= MANY) {
            imports.haveMembersLookedAt();
        }
        trail.applied(found);
    }

    /** When, and that. */
    @Component
    static class ImportTrail {
        private final TransactionClock clock;
        private final Audit audit;

        ImportTrail(TransactionClock clock, Audit audit) {
            this.clock = clock;
            this.audit = audit;
        }

        Instant recordedAt() {
            return clock.recordedAt();
        }

        void applied(ImportView applied) {
            audit.changed(
                    "org.import-applied",
                    "import",
                    applied.id(),
                    applied.unitId(),
                    null,
                    Map.of("rows", applied.rows(), "file", applied.fileName()),
                    null);
        }
    }
}
