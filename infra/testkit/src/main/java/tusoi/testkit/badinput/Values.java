package tusoi.testkit.badinput;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values at and beyond the limits of a schema, by what they are. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ITEMS = 25_000;
    private static final int LONGEST = 20_000;
    private static final int DEEP = 200;

    static final List<String> DAYS = List.of(
            "0001-01-01",
            "1899-12-31",
            "1900-01-01",
            "2199-12-31",
            "2200-01-01",
            "9999-12-31",
            "+999999999-12-31",
            "-0001-01-01",
            "2025-02-30",
            "2025-13-01",
            "2025-1-1",
            "01/02/2025",
            "2025-01-01T00:00:00Z",
            "tomorrow");

    static final List<String> INSTANTS = List.of(
            "0001-01-01T00:00:00Z",
            "2199-12-31T23:59:59Z",
            "2200-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "2025-02-30T00:00:00Z",
            "2025-01-01T25:00:00Z",
            "2025-01-01T00:00:00",
            "2025-01-01",
            "1735689600",
            "now");

    static final List<String> IDS = List.of(
            "not-an-id",
            "1-1-1-1-1",
            "{01890000-0000-7000-8000-000000000000}",
            "01890000000070008000000000000000",
            "AAAAAAAAAAAAAAAAAAAAAA==",
            new UUID(0, 0).toString(),
            "ffffffff-ffff-ffff-ffff-ffffffffffff");

    /** Which no URL can carry: there they are bytes. */
    static final List<String> HALVES = List.of("half a pair", "the other half");

    private final Description description;

    Values(Description description) {
        this.description = description;
    }

    Map<String, JsonNode> of(JsonNode unresolved, JsonNode valid) {
        JsonNode schema = description.schema(unresolved);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("null", JSON.nullNode());
        values.put("a number", JSON.numberNode(7));
        values.put("a boolean", JSON.booleanNode(true));
        values.put("an empty list", JSON.arrayNode());
        values.put("an empty object", JSON.objectNode());
        values.put("an empty text", JSON.stringNode(""));
        values.put("lists within lists", nested());
        switch (schema.path("type").asString("")) {
            case "string" -> texts(schema, values);
            case "integer", "number" -> numbers(schema, values);
            case "boolean" -> {
                values.put("a text of a boolean", JSON.stringNode("true"));
                values.put("a one", JSON.numberNode(1));
            }
            case "array" -> lists(schema, valid, values);
            case "object" -> objects(schema, valid, values);
            default -> {}
        }
        return values;
    }

    private static void texts(JsonNode schema, Map<String, JsonNode> values) {
        switch (schema.path("format").asString("")) {
            case "date" -> DAYS.forEach(day -> values.put("the day " + day, JSON.stringNode(day)));
            case "date-time" -> INSTANTS.forEach(at -> values.put("the instant " + at, JSON.stringNode(at)));
            case "uuid" -> IDS.forEach(id -> values.put("the id " + id, JSON.stringNode(id)));
            default ->
                texts(schema.path("maxLength").asInt(LONGEST))
                        .forEach((what, text) -> values.put(what, JSON.stringNode(text)));
        }
        if (schema.has("enum")) {
            String one = schema.path("enum").path(0).asString();
            values.put("a code in small letters", JSON.stringNode(one.toLowerCase(java.util.Locale.ROOT)));
            values.put("the place of a code", JSON.numberNode(0));
        }
    }

    /** By length and by characters. */
    static Map<String, String> texts(int maxLength) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("blank", "   ");
        texts.put("as long as may be", "a".repeat(maxLength));
        texts.put("as many marks as may be", "\uD842\uDFB7".repeat(maxLength));
        texts.put("one too long", "a".repeat(maxLength + 1));
        texts.put("a NUL", "a\u0000b");
        texts.put("a bell", "a\u0007b");
        texts.put("a delete", "a\u007fb");
        texts.put(HALVES.getFirst(), "a\uD842");
        texts.put(HALVES.getLast(), "\uDFB7a");
        texts.put("no character", "a\uFFFEb");
        texts.put("odd but whole", "NaN '; -- %_\\ Tra\u0302\u0300n \uD842\uDFB7");
        return texts;
    }

    private static void numbers(JsonNode schema, Map<String, JsonNode> values) {
        values.put("minus one", JSON.numberNode(-1));
        values.put("zero", JSON.numberNode(0));
        if (schema.has("minimum")) {
            values.put("the least", schema.path("minimum"));
            values.put("one below", JSON.numberNode(schema.path("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            values.put("the most", schema.path("maximum"));
            values.put("one above", JSON.numberNode(schema.path("maximum").asLong() + 1));
        }
        values.put("beyond 32 bits", JSON.numberNode(1L << 31));
        values.put("beyond 64 bits", JSON.numberNode(BigInteger.TWO.pow(64)));
        values.put("huge", JSON.numberNode(new BigDecimal("1E+400")));
        values.put("tiny", JSON.numberNode(new BigDecimal("1E-400")));
        values.put("a fraction", JSON.numberNode(new BigDecimal("1.5")));
        values.put("NaN", JSON.stringNode("NaN"));
        values.put("a text of digits", JSON.stringNode("5"));
    }

    private static void lists(JsonNode schema, JsonNode valid, Map<String, JsonNode> values) {
        ArrayNode ofNull = JSON.arrayNode();
        ofNull.addNull();
        values.put("a null in a list", ofNull);
        if (valid.isArray() && !valid.isEmpty()) {
            values.put("an item twice", repeated(valid.get(0), 2));
            values.put("an item that is no list", valid.get(0));
            int most = schema.path("maxItems").asInt(0);
            if (most > 0 && most < MOST_ITEMS) {
                values.put("one item too many", repeated(valid.get(0), most + 1));
            }
        }
    }

    private static ArrayNode repeated(JsonNode item, int times) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < times; i++) {
            list.add(item);
        }
        return list;
    }

    private static void objects(JsonNode schema, JsonNode valid, Map<String, JsonNode> values) {
        if (valid instanceof ObjectNode object && schema.has("properties")) {
            values.put("a field nobody knows", object.deepCopy().put("nobodyKnowsThis", 1));
        }
        if (schema.path("additionalProperties").isObject()) {
            values.put("a null by name", JSON.objectNode().putNull("ORG-1"));
            values.put("by a blank name", JSON.objectNode().put("", "x"));
            values.put("by a name with a NUL", JSON.objectNode().put("a\u0000b", "x"));
            values.put("by a long name", JSON.objectNode().put("a".repeat(900), "x"));
            values.put("by name a number", JSON.objectNode().put("ORG-1", 1));
            values.put("by name too long", JSON.objectNode().put("ORG-1", "a".repeat(1001)));
            values.put("by name a NUL", JSON.objectNode().put("ORG-1", "a\u0000"));
            ObjectNode many = JSON.objectNode();
            for (int i = 0; i < 60; i++) {
                many.put("ORG-" + i, "x");
            }
            values.put("too many names", many);
        }
    }

    private static JsonNode nested() {
        ArrayNode nested = JSON.arrayNode();
        for (int i = 0; i < DEEP; i++) {
            ArrayNode outer = JSON.arrayNode();
            outer.add(nested);
            nested = outer;
        }
        return nested;
    }
}
