package tusoi.testkit.badinput;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tusoi.testkit.badinput.Operation.Parameter;

/** Each parameter of path, query and headers with each text at and beyond its limits, and with bytes that are no text. */
final class ParameterVariations {
    private static final int LONGEST = 10_000;

    private final Schemas schemas;
    private final List<UUID> strangers;

    ParameterVariations(Description description, List<UUID> strangers) {
        this.schemas = new Schemas(description);
        this.strangers = strangers;
    }

    List<Variation> of(Operation operation) {
        List<Variation> variations = new ArrayList<>();
        operation.parameters().forEach(parameter -> {
            switch (parameter.in()) {
                case "path" -> path(parameter, variations);
                case "query" -> query(parameter, variations);
                default -> header(parameter, variations);
            }
        });
        return variations;
    }

    private void path(Parameter parameter, List<Variation> into) {
        String name = parameter.name();
        texts(parameter.schema()).forEach((what, text) -> {
            if (!text.isEmpty()) {
                into.add(new Variation(name, what, false, call -> call.path(name, text)));
            }
        });
        into.add(new Variation(name, "a NUL byte", false, call -> call.rawPath(name, "a%00b")));
        into.add(new Variation(name, "a slash", false, call -> call.rawPath(name, "a%2Fb")));
        into.add(new Variation(name, "a slash encoded twice", false, call -> call.rawPath(name, "..%252F..%252Fetc")));
        bytes().forEach((what, raw) -> into.add(new Variation(name, what, false, call -> call.rawPath(name, raw))));
    }

    private void query(Parameter parameter, List<Variation> into) {
        String name = parameter.name();
        into.add(new Variation(name, "left out", parameter.isRequired(), call -> call.rawQuery(name, List.of())));
        into.add(new Variation(
                name,
                "twice",
                false,
                call -> call.rawQuery(
                        name,
                        call.query().stream()
                                .filter(entry -> entry.getKey().equals(name))
                                .flatMap(entry -> java.util.stream.Stream.of(entry.getValue(), entry.getValue()))
                                .toList())));
        texts(parameter.schema()).forEach((what, text) -> {
            boolean isAllowed = text.isBlank() && !parameter.isRequired()
                    || schemas.allowsParameter(parameter.schema(), text) && Characters.areKept(text);
            into.add(new Variation(name, what, !isAllowed, call -> call.query(name, text)));
        });
        into.add(new Variation(name, "a NUL byte", true, call -> call.rawQuery(name, List.of("a%00b"))));
        bytes().forEach((what, raw) ->
                into.add(new Variation("query", what, true, call -> call.rawQuery(name, List.of(raw)))));
    }

    private void header(Parameter parameter, List<Variation> into) {
        String name = parameter.name();
        into.add(new Variation(name, "left out", parameter.isRequired(), call -> call.withoutHeader(name)));
        for (String text :
                List.of("", "garbage value", "-1", "\"0\"", "\"999\"", "9".repeat(19), "a".repeat(101), "*")) {
            boolean isAllowed = schemas.allowsParameter(parameter.schema(), text);
            into.add(new Variation(name, "as '" + text + "'", !isAllowed, call -> call.header(name, text)));
        }
    }

    private Map<String, String> texts(JsonNode schema) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("empty", "");
        texts.put("garbage", "garbage!");
        texts.put("two dots", "..");
        texts.put("a path", "../../etc/passwd");
        switch (schema.path("type").asString("") + " " + schema.path("format").asString("")) {
            case "string date" -> Values.DAYS.forEach(day -> texts.put("the day " + day, day));
            case "string date-time" -> Values.INSTANTS.forEach(at -> texts.put("the instant " + at, at));
            case "string uuid" -> {
                Values.IDS.forEach(id -> texts.put("the id " + id, id));
                strangers.forEach(stranger -> texts.put("the id of something else " + stranger, stranger.toString()));
            }
            case "integer int32", "integer int64", "number " -> {
                for (String number : List.of(
                        "-1", "0", "1", "201", "1000000000", "99999999999999999999", "1.5", "1e3", "NaN", "0x10")) {
                    texts.put("the number " + number, number);
                }
            }
            default -> {
                texts.putAll(Values.texts(schema.path("maxLength").asInt(200)));
                texts.keySet().removeAll(Values.HALVES);
                texts.put("far too long", "a".repeat(LONGEST));
            }
        }
        return texts;
    }

    /** Percent-encoded bytes that are no UTF-8. */
    private static Map<String, String> bytes() {
        return Map.of("bytes of no text", "%C3%28", "half a pair in bytes", "%ED%A0%80");
    }
}
