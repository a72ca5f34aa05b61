package tusoi.journey.figures;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One number out of an answer: numerator and, where there is one, denominator.
 *
 * @param before the one that it is held against, where it is; null elsewhere
 */
record Figure(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Figure before) {
    static final Figure ABSENT = new Figure(null, null);

    Figure(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        this(numerator, denominator, null);
    }

    Figure since(Figure earlier) {
        return new Figure(numerator, denominator, earlier);
    }

    /** The whole, or the part with these keys; a part that is not there is zero of the whole's kind. */
    static Figure in(JsonNode answer, Map<String, String> keys) {
        JsonNode figure = answer.path("figures").path(0);
        if (keys.isEmpty()) {
            return of(figure);
        }
        for (JsonNode part : figure.path("breakdown").path("parts")) {
            if (hasKeys(part, keys)) {
                return of(part);
            }
        }
        return figure.path("breakdown").isMissingNode()
                        || figure.path("breakdown").isNull()
                ? ABSENT
                : new Figure(BigDecimal.ZERO, null);
    }

    /** All parts but those with these keys, together; absent where none has them, as then nothing is left out. */
    static Figure ofOthers(JsonNode answer, Map<String, String> keys) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean found = false;
        for (JsonNode part : answer.path("figures").path(0).path("breakdown").path("parts")) {
            BigDecimal numerator = number(part.path("numerator"));
            if (hasKeys(part, keys)) {
                found = true;
            } else if (numerator != null) {
                sum = sum.add(numerator);
            }
        }
        return found ? new Figure(sum, null) : ABSENT;
    }

    private static boolean hasKeys(JsonNode part, Map<String, String> keys) {
        return keys.entrySet().stream()
                .allMatch(
                        key -> part.path("keys").path(key.getKey()).asString("").equals(key.getValue()));
    }

    private static Figure of(JsonNode node) {
        return new Figure(number(node.path("numerator")), number(node.path("denominator")));
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }
}
