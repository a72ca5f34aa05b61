package tusoi.review.targets.domain;

import static tusoi.review.targets.domain.TargetRules.REV_21;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.contract.TargetComparison;

/**
 * Says whether a result achieves its plan. REV-21: by the profile in force on the result's day.
 *
 * @param profiles the profile of a day
 */
public record Achievement(Function<LocalDate, RuleProfile> profiles) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Percents of the plan are compared exactly, without a division. */
    TargetResult judge(UUID id, ResultEntry entry, BigDecimal planned, TargetComparison comparison) {
        RuleProfile profile = profiles.apply(entry.on());
        BigDecimal reached = entry.value().multiply(WHOLE);
        boolean achieved =
                switch (comparison) {
                    case AT_LEAST -> reached.compareTo(planned.multiply(profile.number(REV_21, "atLeastPercent"))) >= 0;
                    case AT_MOST -> reached.compareTo(planned.multiply(profile.number(REV_21, "atMostPercent"))) <= 0;
                };
        return new TargetResult(id, entry.on(), entry.value(), achieved, profile.code());
    }

    int mostResults(LocalDate on) {
        return profiles.apply(on).number(TargetRules.REV_20, "mostResults").intValueExact();
    }
}
