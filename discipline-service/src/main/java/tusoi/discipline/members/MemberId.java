package tusoi.discipline.members;

import java.util.UUID;

/** A member's pseudonym. */
public record MemberId(UUID value) {}
