package tusoi.testkit.badinput;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether a schema allows a value: as much of JSON Schema as the descriptions use. */
final class Schemas {
    private final Description description;

    Schemas(Description description) {
        this.description = description;
    }

    boolean allows(JsonNode unresolved, JsonNode value) {
        JsonNode schema = description.schema(unresolved);
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            return false;
        }
        return switch (schema.path("type").asString("")) {
            case "string" -> value.isString() && allowsText(schema, value.asString());
            case "integer" -> value.isIntegralNumber() && allowsNumber(schema, value);
            case "number" -> value.isNumber() && allowsNumber(schema, value);
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray() && allowsItems(schema, value);
            case "object" -> value.isObject() && allowsFields(schema, value);
            default -> true;
        };
    }

    /** As {@link #allows}, of a parameter's text. */
    boolean allowsParameter(JsonNode schema, String text) {
        return switch (schema.path("type").asString("")) {
            case "string" -> allowsText(schema, text);
            case "integer" -> text.matches("-?[0-9]{1,18}") && isWithin(schema, Double.parseDouble(text));
            case "number" -> text.matches("-?[0-9]+(\\.[0-9]+)?") && isWithin(schema, Double.parseDouble(text));
            case "boolean" -> text.equals("true") || text.equals("false");
            default -> true;
        };
    }

    private static boolean allowsText(JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        return length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!schema.has("pattern")
                        || Pattern.compile(schema.path("pattern").asString())
                                .matcher(text)
                                .find())
                && (!schema.has("enum")
                        || schema.path("enum").valueStream().anyMatch(value -> value.asString()
                                .equals(text)))
                && isOfFormat(schema.path("format").asString(""), text);
    }

    private static boolean isOfFormat(String format, String text) {
        try {
            return switch (format) {
                case "date" -> LocalDate.parse(text) != null;
                case "date-time" -> Instant.parse(text) != null;
                case "uuid" -> UUID.fromString(text).toString().equalsIgnoreCase(text);
                default -> true;
            };
        } catch (DateTimeException | IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean allowsNumber(JsonNode schema, JsonNode number) {
        return isWithin(schema, number.decimalValue().doubleValue());
    }

    private static boolean isWithin(JsonNode schema, double number) {
        double widest =
                switch (schema.path("format").asString("")) {
                    case "int32" -> Integer.MAX_VALUE;
                    case "int64" -> Long.MAX_VALUE;
                    default -> Double.MAX_VALUE;
                };
        return number >= schema.path("minimum").asDouble(-widest)
                && number <= schema.path("maximum").asDouble(widest)
                && (!schema.has("exclusiveMinimum")
                        || number > schema.path("exclusiveMinimum").asDouble());
    }

    private boolean allowsItems(JsonNode schema, JsonNode list) {
        return list.size() >= schema.path("minItems").asInt(0)
                && list.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE)
                && list.valueStream().allMatch(item -> allows(schema.path("items"), item));
    }

    private boolean allowsFields(JsonNode schema, JsonNode object) {
        JsonNode others = schema.path("additionalProperties");
        JsonNode fields = schema.path("properties");
        return schema.path("required").valueStream().allMatch(name -> object.has(name.asString()))
                && object.size() <= schema.path("maxProperties").asInt(Integer.MAX_VALUE)
                && object.properties().stream()
                        .allMatch(field -> fields.has(field.getKey())
                                ? isLeftOut(schema, field.getKey(), field.getValue())
                                        || allows(fields.path(field.getKey()), field.getValue())
                                : others.isObject()
                                        ? allows(others, field.getValue())
                                                && allowsName(schema.path("propertyNames"), field.getKey())
                                        : !others.isBoolean());
    }

    private static boolean allowsName(JsonNode names, String name) {
        return names.isMissingNode() || allowsText(names, name);
    }

    /** The descriptions say that a null is as if the field were left out. */
    private static boolean isLeftOut(JsonNode schema, String name, JsonNode value) {
        return value.isNull()
                && schema.path("required").valueStream().noneMatch(required -> required.asString()
                        .equals(name));
    }
}
