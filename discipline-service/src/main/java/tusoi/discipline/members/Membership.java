package tusoi.discipline.members;

import java.time.LocalDate;

/**
 * Where and as what a member stands on a day.
 *
 */
public record Membership(MemberId member, UnitId home, LocalDate on, boolean official) {}
