package tusoi.org.imports;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.members.BulkRegistration;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Scope;

/** Registers some of the rows of a staged file, in the running transaction of the app. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StagedMembers {
    private final Scope scope;
    private final UnitDirectory units;
    private final Imports imports;
    private final BulkRegistration members;
    private final TransactionClock clock;

    StagedMembers(Scope scope, UnitDirectory units, Imports imports, BulkRegistration members, TransactionClock clock) {
        this.scope = scope;
        this.units = units;
        this.imports = imports;
        this.members = members;
        this.clock = clock;
    }

    /** A 409 problem where a home or a person is another than when the file was read. */
    public void register(UUID id, List<Integer> rows) {
        units.holdStill();
        if (imports.homesLost(id, rows) > 0) {
            throw ProblemException.wrongState("Units have changed since the file was read: send it again");
        }
        BulkRegistration.Batch batch = members.begin(clock.recordedAt(), scope.account());
        imports.forEachRow(id, rows, batch::add);
        batch.finish();
    }
}
