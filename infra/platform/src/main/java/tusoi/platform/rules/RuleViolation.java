package tusoi.platform.rules;

import java.util.Map;

/** A rule refused: 422 with the rule's code, its citation and the facts it used. */
public class RuleViolation extends RuntimeException {
    private final transient Rule rule;
    private final transient Map<String, Object> facts;

    public RuleViolation(Rule rule, String why, Map<String, Object> facts) {
        super(why);
        this.rule = rule;
        this.facts = Map.copyOf(facts);
    }

    public Rule rule() {
        return rule;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
