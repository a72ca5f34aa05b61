package tusoi.platform.rules;

import java.util.List;

/** Warnings nobody has answered for: 422 that lists them and says how to give a reason for each. */
public class UnansweredWarnings extends RuntimeException {
    private final transient List<Warning> warnings;

    public UnansweredWarnings(List<Warning> warnings) {
        super(warnings.size() + " warnings need a reason");
        this.warnings = List.copyOf(warnings);
    }

    public List<Warning> warnings() {
        return warnings;
    }
}
