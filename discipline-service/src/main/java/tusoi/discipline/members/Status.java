package tusoi.discipline.members;

/**
 * As what a member stands on a day, wherever that is.
 *
 * @param holdsPost some post that the register knows
 */
public record Status(boolean official, boolean holdsPost) {}
