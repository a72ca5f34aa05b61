package tusoi.reporting.figures;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator is computed.
 *
 * @param denominator null where it is a plain count; may answer null where the question leaves it undefined
 * @param partDenominator where the parts' denominator is not the whole's broken down
 * @param ownGrade the unit's own grade, where that is the value
 * @param ofCycle it speaks of review cycles
 */
record Formula(
        Function<Question, Measure> numerator,
        @Nullable Function<Question, @Nullable Measure> denominator,
        @Nullable Function<Question, Measure> partDenominator,
        @Nullable Function<Question, Measure> ownGrade,
        boolean ofCycle) {
    static Formula count(Function<Question, Measure> numerator) {
        return new Formula(numerator, null, null, null, false);
    }

    static Formula share(Function<Question, Measure> numerator, Function<Question, @Nullable Measure> denominator) {
        return new Formula(numerator, denominator, null, null, false);
    }

    Formula withPartDenominator(Function<Question, Measure> ofParts) {
        return new Formula(numerator, denominator, ofParts, ownGrade, ofCycle);
    }

    Formula withOwnGrade(Function<Question, Measure> grade) {
        return new Formula(numerator, denominator, partDenominator, grade, ofCycle);
    }

    Formula speakingOfCycles() {
        return new Formula(numerator, denominator, partDenominator, ownGrade, true);
    }
}
