package tusoi.platform.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regulation as data, such as {@code 132+21-HD}: in force on days in {@code [validFrom, validTo)}.
 *
 * @param rules by rule code
 */
public record RuleProfile(
        String code,
        String topic,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<String, Entry> rules) {
    public RuleProfile {
        rules = Map.copyOf(rules);
    }

    /** How sure the source is: read in the rule, read in a derivative, or general knowledge. */
    public enum Mark {
        CONFIRMED,
        SECONDARY,
        UNCONFIRMED
    }

    /** Refuse what cannot be true; warn of what an authority has to answer for. */
    public enum Mode {
        REFUSE,
        WARN
    }

    public record Entry(
            Map<String, String> text, String citation, Mark mark, Mode mode, Map<String, BigDecimal> numbers) {
        public Entry {
            text = Map.copyOf(text);
            numbers = Map.copyOf(numbers);
        }
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** Throws IllegalArgumentException where the profile has no such rule. */
    public Entry rule(Rule rule) {
        Entry entry = rules.get(rule.code());
        if (entry == null) {
            throw new IllegalArgumentException(code + " has no rule " + rule.code());
        }
        return entry;
    }

    /** A rule's number by its name; throws IllegalArgumentException where it is missing. */
    public BigDecimal number(Rule rule, String name) {
        BigDecimal number = rule(rule).numbers().get(name);
        if (number == null) {
            throw new IllegalArgumentException(code + " " + rule.code() + " has no number " + name);
        }
        return number;
    }
}
