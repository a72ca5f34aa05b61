package tusoi.reporting.indicators;

/** Vietnamese first, English second. */
public record Text(String vi, String en) {}
