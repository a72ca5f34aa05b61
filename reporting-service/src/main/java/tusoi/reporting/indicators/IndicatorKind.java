package tusoi.reporting.indicators;

/** A stock is the state at the end of {@code to}; a flow counts what took effect on a day of the span; a span compares the two. */
public enum IndicatorKind {
    STOCK,
    FLOW,
    SPAN;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
