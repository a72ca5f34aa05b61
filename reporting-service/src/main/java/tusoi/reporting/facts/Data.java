package tusoi.reporting.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tusoi.platform.time.IsoText;

/** Reads the fields a fact is made of from an event's data; a field that has to be there and is not makes the event unreadable. */
record Data(JsonNode node) {
    String text(String field) {
        String text = textOrNull(field);
        if (text == null) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
        return text;
    }

    @Nullable
    String textOrNull(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    UUID id(String field) {
        return UUID.fromString(text(field));
    }

    @Nullable
    UUID idOrNull(String field) {
        String text = textOrNull(field);
        return text == null ? null : UUID.fromString(text);
    }

    LocalDate day(String field) {
        return IsoText.day(text(field));
    }

    @Nullable
    LocalDate dayOrNull(String field) {
        String text = textOrNull(field);
        return text == null ? null : IsoText.day(text);
    }

    int number(String field) {
        return Integer.parseInt(text(field));
    }

    BigDecimal decimal(String field) {
        return new BigDecimal(text(field));
    }

    boolean flag(String field) {
        JsonNode value = node.get(field);
        return value != null && value.asBoolean(false);
    }

    @Nullable
    Data partOrNull(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : new Data(value);
    }

    /** An array's elements, none where the field is absent. */
    <T> List<T> list(String field, Function<Data, T> element) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        List<T> list = new ArrayList<>(value.size());
        value.forEach(one -> list.add(element.apply(new Data(one))));
        return list;
    }

    List<String> texts(String field) {
        return list(field, element -> element.node().asString());
    }
}
