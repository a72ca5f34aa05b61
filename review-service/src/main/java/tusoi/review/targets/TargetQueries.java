package tusoi.review.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.review.contract.UnitId;
import tusoi.review.requests.Places;
import tusoi.review.requests.UnitReferences;
import tusoi.review.targets.Targets.Target;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@Component
class TargetQueries {
    private final JdbcClient jdbc;
    private final Scope scope;
    private final UnitReferences units;

    TargetQueries(JdbcClient jdbc, Scope scope, UnitReferences units) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.units = units;
    }

    /** Targets of the unit, of what is under it, and of the ended units that these answer for. */
    @Transactional(readOnly = true)
    Page<TargetView> under(String unit, PageRequest page) {
        UnitId id = units.find(unit);
        scope.require(Right.FIGURES_READ, id.value());
        List<TargetView> found = jdbc.sql("""
                select t.* from review.target t
                where t.unit_id in (select scope.units_with('FIGURES_READ'))
                  and t.unit_id in (select scope.under(:unit))
                  and (:after::uuid is null or t.id > :after::uuid)
                order by t.id
                limit :limit
                """)
                .param("unit", id.value())
                .param("after", Places.id(page))
                .param("limit", page.size() + 1)
                .query((row, number) -> TargetView.of(Targets.target(row)))
                .list();
        return Cursor.page(found, page.size(), view -> Cursor.of(view.targetId()));
    }

    record TargetView(
            UUID targetId,
            UUID unitId,
            String indicator,
            LocalDate from,
            LocalDate to,
            BigDecimal planned,
            long version) {
        static TargetView of(Target target) {
            return new TargetView(
                    target.id().value(),
                    target.unitId(),
                    target.indicator(),
                    target.from(),
                    target.to(),
                    target.planned(),
                    target.version());
        }
    }
}
