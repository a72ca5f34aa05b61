package tusoi.discipline.members;

import java.util.UUID;

/** A unit. */
public record UnitId(UUID value) {}
