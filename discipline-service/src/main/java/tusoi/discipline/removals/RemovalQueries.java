package tusoi.discipline.removals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.discipline.members.Places;
import tusoi.discipline.removals.domain.RemovalId;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Reads of removals; each one leaves a row in the audit trail. */
@Component
class RemovalQueries {
    private final Removals removals;
    private final Scope scope;
    private final Audit audit;

    RemovalQueries(Removals removals, Scope scope, Audit audit) {
        this.removals = removals;
        this.scope = scope;
        this.audit = audit;
    }

    @Transactional
    RemovalView byId(RemovalId id) {
        RemovalView view =
                RemovalView.of(removals.find(id).orElseThrow(() -> ProblemException.notFound("The removal")));
        scope.require(Right.CASE_READ, view.picture().unitId());
        audit.read("REMOVAL_READ", "removal", id.value(), view.picture().unitId());
        return view;
    }

    @Transactional
    Page<RemovalView> list(@Nullable UUID unit, @Nullable UUID member, PageRequest page) {
        if (unit != null) {
            scope.require(Right.CASE_READ, unit);
        }
        Page<RemovalView> found = Cursor.page(
                removals.under(unit, member, Places.id(page), page.size() + 1).stream()
                        .map(RemovalView::of)
                        .toList(),
                page.size(),
                view -> Cursor.of(view.picture().caseId()));
        found.items()
                .forEach(view -> audit.read(
                        "REMOVAL_LISTED",
                        "removal",
                        view.picture().caseId(),
                        view.picture().unitId()));
        return found;
    }
}
