package tusoi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Rule;

/** What a rule answered. */
public final class Outcomes {
    private Outcomes() {}

    public static <S> S passed(Decision<S, ?> decision) {
        return warned(decision);
    }

    /** Accepted with exactly these warnings. */
    public static <S> S warned(Decision<S, ?> decision, Rule... rules) {
        if (!(decision instanceof Decision.Accepted<S, ?>(var state, var ignored, var warnings))) {
            throw new AssertionError(decision);
        }
        assertThat(warnings).extracting(warning -> warning.rule()).isEqualTo(List.of(rules));
        return state;
    }

    public static void refused(Decision<?, ?> decision, Rule rule) {
        assertThat(decision)
                .asInstanceOf(InstanceOfAssertFactories.type(Decision.Refused.class))
                .extracting(Decision.Refused::rule)
                .isEqualTo(rule);
    }
}
