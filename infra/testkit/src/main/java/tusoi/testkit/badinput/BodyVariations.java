package tusoi.testkit.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Each field of a body, those that the valid one leaves out too, with each value at and beyond its limits. */
final class BodyVariations {
    private final Description description;
    private final Schemas schemas;
    private final Values values;
    private final List<UUID> strangers;

    BodyVariations(Description description, List<UUID> strangers) {
        this.description = description;
        this.schemas = new Schemas(description);
        this.values = new Values(description);
        this.strangers = strangers;
    }

    /** A place in a body: the way to its parent, and its name or its index there. */
    private record Place(
            UnaryOperator<JsonNode> parent, @Nullable String name, String text) {
        JsonNode set(JsonNode body, @Nullable JsonNode value) {
            JsonNode holder = parent.apply(body);
            if (holder instanceof ObjectNode object) {
                if (value == null) {
                    object.remove(name);
                } else {
                    object.set(String.valueOf(name), value);
                }
            } else if (holder instanceof ArrayNode list) {
                list.set(0, value == null ? JsonNodeFactory.instance.nullNode() : value);
            }
            return body;
        }
    }

    List<Variation> of(JsonNode unresolved, JsonNode valid) {
        List<Variation> variations = new ArrayList<>();
        JsonNode schema = description.schema(unresolved);
        variations.add(whole("a field nobody knows", true, ((ObjectNode) valid.deepCopy()).put("nobodyKnowsThis", 1)));
        within(schema, valid, root -> root, "", variations);
        return variations;
    }

    private static Variation whole(String what, boolean isForbidden, JsonNode body) {
        return new Variation("nobodyKnowsThis", what, isForbidden, call -> call.withBody(former -> body));
    }

    private void within(
            JsonNode schema, JsonNode valid, UnaryOperator<JsonNode> way, String prefix, List<Variation> into) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").properties().forEach(field -> {
            String name = field.getKey();
            Place place = new Place(way, name, prefix + name);
            JsonNode of = description.schema(field.getValue());
            into.add(new Variation(
                    place.text(),
                    Variation.LEFT_OUT,
                    required.contains(name),
                    call -> call.withBody(body -> place.set(body, null))));
            values(place, of, valid.path(name), required.contains(name), into);
            deeper(place, of, valid.path(name), root -> way.apply(root).path(name), into);
        });
    }

    private void deeper(
            Place place, JsonNode schema, JsonNode valid, UnaryOperator<JsonNode> way, List<Variation> into) {
        if (valid.isObject() && schema.has("properties")) {
            within(schema, valid, way, place.text() + ".", into);
        }
        if (valid.isArray() && !valid.isEmpty()) {
            JsonNode of = description.schema(schema.path("items"));
            Place first = new Place(way, null, place.text() + "[0]");
            values(first, of, valid.get(0), true, into);
            deeper(first, of, valid.get(0), root -> way.apply(root).path(0), into);
        }
    }

    private void values(Place place, JsonNode schema, JsonNode valid, boolean isRequired, List<Variation> into) {
        values.of(schema, valid).forEach((what, value) -> {
            boolean isAllowed = schemas.allows(schema, value) && isKept(value) || value.isNull() && !isRequired;
            into.add(set(place, what, !isAllowed, value));
        });
        if (schema.path("format").asString("").equals("uuid")) {
            strangers.forEach(stranger -> into.add(
                    set(place, "of something else", false, JsonNodeFactory.instance.stringNode(stranger.toString()))));
        }
    }

    private static Variation set(Place place, String what, boolean isForbidden, JsonNode value) {
        return new Variation(
                place.text(), what, isForbidden, call -> call.withBody(body -> place.set(body, value.deepCopy())));
    }

    /** What no text may hold stands in the description in words. */
    private static boolean isKept(JsonNode value) {
        return switch (value) {
            case MissingNode none -> true;
            case JsonNode text when text.isString() -> Characters.areKept(text.asString());
            case JsonNode many -> many.valueStream().allMatch(BodyVariations::isKept);
        };
    }
}
