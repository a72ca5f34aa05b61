package tusoi.reporting.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The JSON Canonicalization Scheme, RFC 8785: one sequence of bytes for each content, whoever wrote it. */
public final class CanonicalJson {
    private static final int PLAIN_BELOW = 21;
    private static final int PLAIN_ABOVE = -7;

    private CanonicalJson() {}

    /** Throws {@link IllegalArgumentException} where there is no such form: half of a surrogate pair, a number past a double's range. */
    public static byte[] of(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, out);
            case ARRAY -> array(node, out);
            case STRING -> string(node.stringValue(), out);
            case NUMBER -> out.append(number(node.doubleValue()));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
        }
    }

    /** By the names' UTF-16 units, which is how Java compares texts. */
    private static void object(JsonNode node, StringBuilder out) {
        out.append('{');
        Iterator<Map.Entry<String, JsonNode>> fields =
                node.properties().stream().sorted(Map.Entry.comparingByKey()).iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            string(field.getKey(), out);
            out.append(':');
            write(field.getValue(), out);
            if (fields.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private static void array(JsonNode node, StringBuilder out) {
        out.append('[');
        for (int place = 0; place < node.size(); place++) {
            if (place > 0) {
                out.append(',');
            }
            write(node.get(place), out);
        }
        out.append(']');
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int place = 0; place < text.length(); place++) {
            char unit = text.charAt(place);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (Character.isHighSurrogate(unit)
                            && place + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(place + 1))) {
                        out.append(unit).append(text.charAt(++place));
                    } else if (Character.isSurrogate(unit)) {
                        throw new IllegalArgumentException("half of a surrogate pair");
                    } else if (unit < 0x20) {
                        out.append("\\u%04x".formatted((int) unit));
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }

    /** As ECMAScript writes a double (Number::toString): the shortest digits that read as the same double. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no number that JSON has");
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + placed(digits, point);
    }

    /** Java gives two digits where one would do, if they come closer; ECMAScript gives one. */
    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() == 2) {
            BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
            return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
        }
        return digits;
    }

    /** @param point how many digits stand before the point; the exponent past that is told where it is large */
    private static String placed(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= PLAIN_BELOW) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= PLAIN_BELOW) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (PLAIN_ABOVE < point - 1 && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        return digits.charAt(0)
                + (count == 1 ? "" : "." + digits.substring(1))
                + "e"
                + (exponent < 0 ? "-" : "+")
                + Math.abs(exponent);
    }
}
