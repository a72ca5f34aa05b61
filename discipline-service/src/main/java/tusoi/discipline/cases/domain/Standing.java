package tusoi.discipline.cases.domain;

/**
 * As what the subject stands on the day of the decision.
 *
 * @param official an official member; of no meaning for a unit
 * @param holdsPost some post that the register knows
 */
public record Standing(SubjectType type, boolean official, boolean holdsPost) {}
