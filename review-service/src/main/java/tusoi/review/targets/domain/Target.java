package tusoi.review.targets.domain;

import static tusoi.review.targets.domain.TargetRules.REV_19;
import static tusoi.review.targets.domain.TargetRules.REV_20;
import static tusoi.review.targets.domain.TargetRules.REV_22;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Decision;
import tusoi.review.contract.TargetComparison;
import tusoi.review.contract.TargetEventType;
import tusoi.review.contract.TargetId;
import tusoi.review.contract.TargetMeasure;
import tusoi.review.contract.UnitId;

/**
 * What a unit plans to reach, and what it reached by which day.
 *
 * @param results by their day
 */
public record Target(
        TargetId id,
        UnitId unit,
        String indicator,
        @Nullable String name,
        LocalDate from,
        LocalDate to,
        BigDecimal planned,
        TargetMeasure measure,
        TargetComparison comparison,
        boolean main,
        boolean cancelled,
        List<TargetResult> results) {
    private static final String COUNTED_BY_THE_REGISTER = "member.";

    public Target {
        results =
                results.stream().sorted(Comparator.comparing(TargetResult::on)).toList();
    }

    /** What the register counts itself, such as admissions, which are events of members. */
    public static boolean isCountedByTheRegister(String indicator) {
        return indicator.startsWith(COUNTED_BY_THE_REGISTER);
    }

    public Optional<TargetResult> result(UUID result) {
        return results.stream().filter(one -> one.id().equals(result)).findFirst();
    }

    /** REV-19, REV-20, REV-21, REV-22. */
    public Decision<Target, TargetEventType> record(
            UUID result, ResultEntry entry, LocalDate today, Achievement achievement) {
        return entered(result, entry, today, achievement, TargetEventType.RESULT_RECORDED);
    }

    /** The same rules: a result that was wrong is another one, of the same day or of another. */
    public Decision<Target, TargetEventType> correct(
            UUID result, ResultEntry entry, LocalDate today, Achievement achievement) {
        return entered(result, entry, today, achievement, TargetEventType.RESULT_CORRECTED);
    }

    public Target without(UUID result) {
        return with(others(result).toList());
    }

    public Target cancel() {
        return new Target(id, unit, indicator, name, from, to, planned, measure, comparison, main, true, results);
    }

    /** The plan may be another one by now. */
    Target judgedBy(Achievement achievement) {
        return with(results.stream()
                .map(one -> achievement.judge(one.id(), new ResultEntry(one.on(), one.value()), planned, comparison))
                .toList());
    }

    private Decision<Target, TargetEventType> entered(
            UUID result, ResultEntry entry, LocalDate today, Achievement achievement, TargetEventType event) {
        if (isCountedByTheRegister(indicator)) {
            return Decision.refused(
                    REV_22, indicator + " is counted from the register", Map.of("indicator", indicator));
        }
        if (entry.value().signum() < 0 || !measure.allows(entry.value())) {
            return Decision.refused(
                    REV_19,
                    entry.value() + " is no amount in " + measure,
                    Map.of("amount", entry.value(), "measure", measure.name()));
        }
        List<TargetResult> others = others(result).toList();
        boolean ofSameDay = others.stream().anyMatch(one -> one.on().equals(entry.on()));
        if (entry.on().isBefore(from) || entry.on().isAfter(to) || entry.on().isAfter(today) || ofSameDay) {
            return Decision.refused(
                    REV_20,
                    "Of " + entry.on() + ", the target from " + from + " to " + to
                            + (ofSameDay ? ", of which a result is there" : ""),
                    Map.of("on", entry.on().toString(), "from", from.toString(), "to", to.toString()));
        }
        int most = achievement.mostResults(entry.on());
        if (others.size() >= most) {
            return Decision.refused(REV_20, "It has " + others.size() + " results", Map.of("mostResults", most));
        }
        TargetResult judged = achievement.judge(result, entry, planned, comparison);
        return Decision.accepted(
                with(Stream.concat(others.stream(), Stream.of(judged)).toList()), event);
    }

    private Stream<TargetResult> others(UUID result) {
        return results.stream().filter(one -> !one.id().equals(result));
    }

    private Target with(List<TargetResult> others) {
        return new Target(id, unit, indicator, name, from, to, planned, measure, comparison, main, cancelled, others);
    }
}
