package tusoi.org.calendar;

import tusoi.platform.rules.RuleProfile;

/**
 * Where the holidays come from.
 *
 * @param mark how sure that is
 */
public record HolidaySource(String citation, RuleProfile.Mark mark) {}
