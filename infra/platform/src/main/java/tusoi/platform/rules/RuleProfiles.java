package tusoi.platform.rules;

import java.time.LocalDate;
import java.util.List;

/** The profiles a service ships, read from {@code classpath:rules/*.json} at start and checked for gaps and overlaps. */
public interface RuleProfiles {
    /** The topic's profile in force on the day; a {@link RuleViolation} where there is none. */
    RuleProfile on(String topic, LocalDate day);

    List<RuleProfile> all();
}
