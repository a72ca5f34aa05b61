package tusoi.review.targets.domain;

import static tusoi.review.targets.domain.TargetRules.REV_18;
import static tusoi.review.targets.domain.TargetRules.REV_19;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Decision;
import tusoi.review.contract.TargetComparison;
import tusoi.review.contract.TargetEventType;
import tusoi.review.contract.TargetId;
import tusoi.review.contract.TargetMeasure;
import tusoi.review.contract.UnitId;

/**
 * A unit is set a target, or an earlier one of the same indicator and span is corrected; a cancelled one is set anew by that. What is
 * null stays as it was: only a new one gets what is usual.
 *
 * @param name as the unit's resolution words it; stays with this service
 * @param from first day of the span
 * @param to last day of it
 * @param planned in the measure
 * @param measure of a new one PERSON for what the register counts, NUMBER for others
 * @param comparison of a new one AT_LEAST
 * @param main one of the chief targets of the unit's resolution; a new one is not
 */
public record SetTarget(
        UnitId unit,
        String indicator,
        @Nullable String name,
        LocalDate from,
        LocalDate to,
        BigDecimal planned,
        @Nullable TargetMeasure measure,
        @Nullable TargetComparison comparison,
        @Nullable Boolean main) {

    /**
     * REV-18: a span of one day is one. REV-19: what is recorded in one measure is not read in another.
     *
     * @param before the target as it was; null where it is a new one
     */
    public Decision<Target, TargetEventType> over(@Nullable Target before, TargetId id, Achievement achievement) {
        Target set = before == null ? created(id) : corrected(before);
        if (to.isBefore(from) || planned.signum() <= 0) {
            return Decision.refused(
                    REV_18,
                    "From " + from + " to " + to + ", " + planned + " planned",
                    Map.of("from", from.toString(), "to", to.toString(), "planned", planned));
        }
        if (!set.measure().allows(planned)) {
            return Decision.refused(
                    REV_19,
                    planned + " is no amount in " + set.measure(),
                    Map.of("amount", planned, "measure", set.measure().name()));
        }
        if (before != null
                && before.measure() != set.measure()
                && !before.results().isEmpty()) {
            return Decision.refused(
                    REV_19,
                    "Its results are recorded in " + before.measure(),
                    Map.of(
                            "measure",
                            set.measure().name(),
                            "recordedIn",
                            before.measure().name()));
        }
        return Decision.accepted(set.judgedBy(achievement), TargetEventType.SET);
    }

    private Target created(TargetId id) {
        TargetMeasure usual = Target.isCountedByTheRegister(indicator) ? TargetMeasure.PERSON : TargetMeasure.NUMBER;
        return new Target(
                id,
                unit,
                indicator,
                name,
                from,
                to,
                planned,
                measure == null ? usual : measure,
                comparison == null ? TargetComparison.AT_LEAST : comparison,
                Boolean.TRUE.equals(main),
                false,
                List.of());
    }

    private Target corrected(Target before) {
        return new Target(
                before.id(),
                unit,
                indicator,
                name == null ? before.name() : name,
                from,
                to,
                planned,
                measure == null ? before.measure() : measure,
                comparison == null ? before.comparison() : comparison,
                main == null ? before.main() : main,
                false,
                before.results());
    }
}
