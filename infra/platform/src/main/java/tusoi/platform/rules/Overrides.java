package tusoi.platform.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.platform.problems.ProblemException;

/** Reasons given, by rule code, for going past a warning. They are stored with the decision. */
public record Overrides(Map<String, String> reasonsByRule) {
    public static final Overrides NONE = new Overrides(Map.of());

    public Overrides {
        reasonsByRule.forEach(Overrides::mustBeGiven);
        reasonsByRule = Map.copyOf(reasonsByRule);
    }

    /** What comes from outside may have a null all the same. */
    private static void mustBeGiven(String rule, @Nullable String reason) {
        if (reason == null) {
            throw ProblemException.unreadable("overrides." + rule, "The reason is missing", "Give one or leave it out");
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
