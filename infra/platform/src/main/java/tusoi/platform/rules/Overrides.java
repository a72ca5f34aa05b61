package tusoi.platform.rules;

import java.util.List;
import java.util.Map;

/** Reasons given, by rule code, for going past a warning. They are stored with the decision. */
public record Overrides(Map<String, String> reasonsByRule) {
    public static final Overrides NONE = new Overrides(Map.of());

    public Overrides {
        reasonsByRule = Map.copyOf(reasonsByRule);
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
