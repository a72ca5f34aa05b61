package tusoi.reporting.figures;

import org.jspecify.annotations.Nullable;

/** What somebody asks for, as written: see the parameters of {@code GET /figures}. */
public record FiguresRequest(
        String unit,
        String indicators,
        @Nullable String from,
        @Nullable String to,
        @Nullable String asOf,
        @Nullable String knownAt,
        @Nullable String cycle,
        @Nullable String by) {}
