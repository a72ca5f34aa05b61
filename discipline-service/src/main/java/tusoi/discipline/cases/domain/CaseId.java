package tusoi.discipline.cases.domain;

import java.util.UUID;

/** A discipline case. */
public record CaseId(UUID value) {}
