package tusoi.journey.figures;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One indicator under one tree: the whole, its parts by child unit, and what has no place in it.
 *
 * @param denominator of the whole, where there is one
 */
record Cut(BigDecimal whole, @Nullable BigDecimal denominator, Map<String, BigDecimal> parts, BigDecimal unplaced) {

    /** Every indicator of an answer that has a value, broken down by unit, in the order in which they were asked for. */
    static Map<String, Cut> in(JsonNode answer) {
        Map<String, Cut> cuts = new LinkedHashMap<>();
        for (JsonNode figure : answer.path("figures")) {
            if (!figure.path("numerator").isNumber()) {
                continue;
            }
            Map<String, BigDecimal> parts = new LinkedHashMap<>();
            for (JsonNode part : figure.path("breakdown").path("parts")) {
                parts.put(part.path("keys").path("unit").asString(), number(part.path("numerator")));
            }
            JsonNode denominator = figure.path("denominator");
            cuts.put(
                    figure.path("indicator").asString(),
                    new Cut(
                            number(figure.path("numerator")),
                            denominator.isNumber() ? denominator.decimalValue() : null,
                            parts,
                            number(figure.path("breakdown").path("unplaced"))));
        }
        return cuts;
    }

    /** Several units side by side, as the parts of a whole. */
    static Cut of(Map<String, Cut> units) {
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        units.forEach((code, cut) -> parts.put(code, cut.whole()));
        List<BigDecimal> denominators = units.values().stream()
                .map(Cut::denominator)
                .filter(Objects::nonNull)
                .toList();
        return new Cut(sum(parts), denominators.isEmpty() ? null : sum(denominators), parts, BigDecimal.ZERO);
    }

    /** Parts and unplaced are the whole, and the whole is the other's, with its base. */
    boolean agreesWith(Cut old) {
        return sum(parts).add(unplaced).compareTo(whole) == 0
                && whole.compareTo(old.whole) == 0
                && (denominator == null
                        ? old.denominator == null
                        : old.denominator != null && denominator.compareTo(old.denominator) == 0);
    }

    /** The named parts one by one, the others together. */
    String text(List<String> named) {
        BigDecimal others = BigDecimal.ZERO;
        int count = 0;
        StringBuilder text = new StringBuilder();
        for (var part : parts.entrySet()) {
            if (named.contains(part.getKey())) {
                text.append(text.isEmpty() ? "" : " + ")
                        .append(part.getKey())
                        .append(' ')
                        .append(part.getValue().toPlainString());
            } else {
                others = others.add(part.getValue());
                count++;
            }
        }
        if (count > 0) {
            String many = text.isEmpty() ? "%d parts %s" : " + %d others %s";
            text.append(many.formatted(count, others.toPlainString()));
        }
        return text.toString();
    }

    private static BigDecimal sum(Map<String, BigDecimal> parts) {
        return sum(List.copyOf(parts.values()));
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    }
}
