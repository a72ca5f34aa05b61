package tusoi.org.reconciliation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.reconciliation.Reconciliations.Fault;
import tusoi.org.reconciliation.Reconciliations.Head;
import tusoi.org.reconciliation.Reconciliations.Line;
import tusoi.org.reconciliation.Reconciliations.Part;
import tusoi.org.reconciliation.ReconciliationsController.ReconciliationView;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

@Component
@Transactional(readOnly = true)
class ReconciliationQueries {
    private final Reconciliations reconciliations;

    ReconciliationQueries(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    ReconciliationView byId(UUID id) {
        Head head = head(id);
        return new ReconciliationView(
                head.id(),
                head.unitId(),
                head.fileName(),
                head.state(),
                head.rows(),
                head.errorCount(),
                head.createdAt(),
                reconciliations.counts(id));
    }

    Page<Line> lines(UUID id, @Nullable Part part, PageRequest page) {
        head(id);
        return reconciliations.lines(id, part, page);
    }

    Page<Fault> faults(UUID id, PageRequest page) {
        head(id);
        return reconciliations.faults(id, page);
    }

    private Head head(UUID id) {
        return reconciliations.find(id, false).orElseThrow(() -> ProblemException.notFound("The reconciliation"));
    }
}
