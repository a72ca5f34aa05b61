package tusoi.review.contract;

import java.util.UUID;

/** A member, a unit, or for a leadership collective the unit it leads. */
public record SubjectId(UUID value) {}
