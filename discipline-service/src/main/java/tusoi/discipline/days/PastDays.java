package tusoi.discipline.days;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.time.BusinessDays;

/** What is recorded has happened: today at the latest. */
@Component
public class PastDays {
    private final Clock clock;

    PastDays(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return BusinessDays.today(clock);
    }

    /** Refuses by the rule a day that is still to come. */
    public void mustHave(Rule rule, LocalDate on) {
        LocalDate today = today();
        if (on.isAfter(today)) {
            throw new RuleViolation(
                    rule, on + " is in the future", Map.of("on", on.toString(), "notAfter", today.toString()));
        }
    }
}
