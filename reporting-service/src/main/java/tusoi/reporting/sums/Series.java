package tusoi.reporting.sums;

import org.jspecify.annotations.Nullable;

/** One series of steps of a measure; null for a value that its facts do not have. */
public record Series(int id, @Nullable String k1, @Nullable String k2) {}
