package tusoi.platform.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tusoi.platform.problems.ProblemException;

/** Reasons given, by rule code, for going past a warning. They are stored with the decision. */
public record Overrides(Map<String, String> reasonsByRule) {
    public static final int MOST_REASONS = 50;
    public static final int LONGEST_REASON = 1_000;

    /** The form of a rule's code. */
    public static final String RULE_PATTERN = "[A-Z]{2,10}-[0-9A-Z]{1,10}";

    private static final Pattern RULE = Pattern.compile(RULE_PATTERN);

    public static final Overrides NONE = new Overrides(Map.of());

    public Overrides {
        if (reasonsByRule.size() > MOST_REASONS) {
            throw ProblemException.unreadable(
                    "overrides", reasonsByRule.size() + " reasons are given", "Give at most " + MOST_REASONS);
        }
        reasonsByRule.forEach(Overrides::mustBeGiven);
        reasonsByRule = Map.copyOf(reasonsByRule);
    }

    /** What comes from outside may have a null all the same. */
    private static void mustBeGiven(String rule, @Nullable String reason) {
        if (!RULE.matcher(rule).matches()) {
            throw ProblemException.unreadable(
                    "overrides", "A reason is given for what is no rule", "Give reasons by rule code, such as ORG-37");
        }
        if (reason == null) {
            throw ProblemException.unreadable("overrides." + rule, "The reason is missing", "Give one or leave it out");
        }
        if (reason.length() > LONGEST_REASON) {
            throw ProblemException.unreadable(
                    "overrides." + rule, "The reason is too long", "Use at most " + LONGEST_REASON + " characters");
        }
    }

    /** Throws {@link UnansweredWarnings} where a warning has no reason. */
    public void mustCover(List<Warning> warnings) {
        List<Warning> unanswered = warnings.stream()
                .filter(warning ->
                        reasonsByRule.getOrDefault(warning.rule().code(), "").isBlank())
                .toList();
        if (!unanswered.isEmpty()) {
            throw new UnansweredWarnings(unanswered);
        }
    }
}
