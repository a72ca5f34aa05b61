package tusoi.platform.web;

import org.jspecify.annotations.Nullable;

/** Resolved from {@code size} (1 to 200, 50 unless told) and {@code after} (a cursor from a former page). */
public record PageRequest(int size, @Nullable String after) {}
