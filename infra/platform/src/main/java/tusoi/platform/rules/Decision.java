package tusoi.platform.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a rule-bound state answers to a command: the next state with its event, perhaps with warnings, or a refusal. */
public sealed interface Decision<S, E> {
    record Accepted<S, E>(S state, E event, List<Warning> warnings) implements Decision<S, E> {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    record Refused<S, E>(Rule rule, String why, Map<String, Object> facts) implements Decision<S, E> {
        public Refused {
            facts = Map.copyOf(facts);
        }
    }

    static <S, E> Decision<S, E> accepted(S state, E event) {
        return new Accepted<>(state, event, List.of());
    }

    static <S, E> Decision<S, E> refused(Rule rule, String why, Map<String, Object> facts) {
        return new Refused<>(rule, why, facts);
    }

    /** Adds a warning where the condition does not hold; a refusal stays one. */
    default Decision<S, E> warnUnless(boolean holds, Rule rule, String detail, Map<String, Object> facts) {
        if (holds || !(this instanceof Accepted<S, E>(var state, var event, var warnings))) {
            return this;
        }
        List<Warning> more = new ArrayList<>(warnings);
        more.add(new Warning(rule, detail, Map.copyOf(facts)));
        return new Accepted<>(state, event, more);
    }

    /** The accepted outcome, once its warnings are answered for; throws what becomes the problem detail otherwise. */
    default Accepted<S, E> orThrow(Overrides overrides) {
        return switch (this) {
            case Refused<S, E>(var rule, var why, var facts) -> throw new RuleViolation(rule, why, facts);
            case Accepted<S, E> accepted -> {
                overrides.mustCover(accepted.warnings());
                yield accepted;
            }
        };
    }
}
