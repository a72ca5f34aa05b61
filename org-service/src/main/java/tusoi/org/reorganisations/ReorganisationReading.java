package tusoi.org.reorganisations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.drafts.Reorganisation;
import tusoi.org.reorganisations.drafts.ReorganisationView;
import tusoi.org.reorganisations.drafts.Reorganisations;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Reads of reorganisations that name a unit within the caller's scope; row policies keep drafts to who may change such a unit. */
@Component
@Transactional(readOnly = true)
class ReorganisationReading {
    private final Scope scope;
    private final Reorganisations reorganisations;

    ReorganisationReading(Scope scope, Reorganisations reorganisations) {
        this.scope = scope;
        this.reorganisations = reorganisations;
    }

    Page<ReorganisationView> list(@Nullable UnitId unit, Reorganisation.@Nullable State state, PageRequest page) {
        scope.account();
        if (unit != null) {
            scope.require(Right.UNIT_READ, unit.value());
        }
        Page<Reorganisation> found = reorganisations.list(unit, state, page);
        return new Page<>(found.items().stream().map(ReorganisationView::of).toList(), found.next());
    }

    ReorganisationView one(UUID id) {
        scope.account();
        return reorganisations
                .find(id)
                .map(ReorganisationView::of)
                .orElseThrow(() -> ProblemException.notFound("The reorganisation"));
    }
}
