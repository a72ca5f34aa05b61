package tusoi.review.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.review.contract.TargetComparison;
import tusoi.review.contract.TargetId;
import tusoi.review.contract.TargetMeasure;
import tusoi.review.contract.UnitId;
import tusoi.review.requests.Places;
import tusoi.review.requests.UnitReferences;
import tusoi.review.targets.Targets.Kept;
import tusoi.review.targets.domain.Target;
import tusoi.review.targets.domain.TargetResult;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@Component
class TargetQueries {
    private final JdbcClient jdbc;
    private final Targets targets;
    private final Scope scope;
    private final UnitReferences units;

    TargetQueries(JdbcClient jdbc, Targets targets, Scope scope, UnitReferences units) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.scope = scope;
        this.units = units;
    }

    /** Targets of the unit, of what is under it, and of the ended units that these answer for. */
    @Transactional(readOnly = true)
    Page<TargetView> under(String unit, PageRequest page) {
        UnitId id = units.find(unit);
        scope.require(Right.FIGURES_READ, id.value());
        List<Kept> found = jdbc.sql("""
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
                .query((row, number) -> Targets.kept(row))
                .list();
        List<TargetView> views =
                targets.withResults(found).stream().map(TargetView::of).toList();
        return Cursor.page(views, page.size(), view -> Cursor.of(view.targetId()));
    }

    @Transactional(readOnly = true)
    TargetView byId(TargetId id) {
        Kept found = jdbc.sql("select * from review.target where id = :id")
                .param("id", id.value())
                .query((row, number) -> Targets.kept(row))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("Target"));
        scope.require(Right.FIGURES_READ, found.target().unit().value());
        return TargetView.of(targets.withResults(List.of(found)).getFirst());
    }

    /** An amount as people write it: whole where it is whole. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** @param achieved by the rule profile named */
    record ResultView(UUID resultId, LocalDate on, BigDecimal value, boolean achieved, String profile) {
        static ResultView of(TargetResult result) {
            return new ResultView(result.id(), result.on(), plain(result.value()), result.achieved(), result.profile());
        }
    }

    record TargetView(
            UUID targetId,
            UUID unitId,
            String indicator,
            @Nullable String name,
            LocalDate from,
            LocalDate to,
            BigDecimal planned,
            TargetMeasure measure,
            TargetComparison comparison,
            boolean main,
            boolean cancelled,
            List<ResultView> results,
            long version) {
        static TargetView of(Kept kept) {
            Target target = kept.target();
            return new TargetView(
                    target.id().value(),
                    target.unit().value(),
                    target.indicator(),
                    target.name(),
                    target.from(),
                    target.to(),
                    plain(target.planned()),
                    target.measure(),
                    target.comparison(),
                    target.main(),
                    target.cancelled(),
                    target.results().stream().map(ResultView::of).toList(),
                    kept.version());
        }
    }
}
