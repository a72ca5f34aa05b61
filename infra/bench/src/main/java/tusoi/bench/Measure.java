package tusoi.bench;

import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * One figure beside what it is held against.
 *
 * @param peer what was measured in the same run, or the limit that the aim names
 * @param aim in words; {@code met} says whether it was reached
 */
record Measure(
        String name, double value, String unit, String peer, double peerValue, double ratio, String aim, boolean met) {
    static Measure against(
            String name,
            double value,
            String unit,
            String peer,
            double peerValue,
            String aim,
            DoublePredicate ratioMet) {
        double ratio = value / peerValue;
        return new Measure(name, value, unit, peer, peerValue, ratio, aim, ratioMet.test(ratio));
    }

    /** Held against a limit: met at or below it. Against none at all, the ratio is the value. */
    static Measure atMost(String name, double value, String unit, double limit) {
        return new Measure(
                name,
                value,
                unit,
                "limit",
                limit,
                limit == 0 ? value : value / limit,
                "at most " + number(limit) + " " + unit,
                value <= limit);
    }

    /** The same, met at or above it. */
    static Measure atLeast(String name, double value, String unit, double limit) {
        return new Measure(
                name,
                value,
                unit,
                "limit",
                limit,
                limit == 0 ? value : value / limit,
                "at least " + number(limit) + " " + unit,
                value >= limit);
    }

    String asJson() {
        return "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"peer\":\"%s\",\"peerValue\":%s,\"ratio\":%s,\"aim\":\"%s\",\"met\":%s}"
                .formatted(name, number(value), unit, peer, number(peerValue), number(ratio), aim, met);
    }

    String asRow() {
        return "%-44s %14s %-9s %-28s %14s %8s  %-34s %s"
                .formatted(
                        name, number(value), unit, peer, number(peerValue), number(ratio), aim, met ? "met" : "MISSED");
    }

    static String heading() {
        return "%-44s %14s %-9s %-28s %14s %8s  %-34s %s"
                .formatted("name", "value", "unit", "peer", "peer value", "ratio", "aim", "met");
    }

    private static String number(double number) {
        return Math.abs(number) >= 1000
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.3f", number);
    }
}
