package tusoi.discipline.removals.domain;

import java.util.UUID;

/** A removal. */
public record RemovalId(UUID value) {}
