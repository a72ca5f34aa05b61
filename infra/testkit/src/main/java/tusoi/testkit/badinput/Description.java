package tusoi.testkit.badinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.testkit.badinput.Operation.Parameter;

/** An approved description of an API (OpenAPI 3.1). */
public final class Description {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode root;
    private final String base;

    private Description(JsonNode root, String base) {
        this.root = root;
        this.base = base;
    }

    /** The approved one of a service, such as {@code org}. */
    public static Description of(String service) {
        Path file = Path.of(System.getProperty("tusoi.root", ".."), service + "-service", "contracts", "openapi.json");
        try {
            return new Description(JSON.readTree(Files.readString(file)), "/api/" + service + "/v1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String base() {
        return base;
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    operations.add(operation(operation.getKey(), path.getKey(), operation.getValue()));
                }));
        operations.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return operations;
    }

    /** What a problem's {@code code} can be. */
    public Set<String> codes() {
        return root.at("/components/schemas/Problem/properties/code/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    /** The schema itself, or the one it refers to. */
    JsonNode schema(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asString().substring(1)) : schema;
    }

    private Operation operation(String method, String path, JsonNode described) {
        List<Parameter> parameters = described
                .path("parameters")
                .valueStream()
                .map(parameter -> new Parameter(
                        parameter.path("in").asString(),
                        parameter.path("name").asString(),
                        parameter.path("required").asBoolean(),
                        schema(parameter.path("schema"))))
                .toList();
        JsonNode content = described.path("requestBody").path("content");
        JsonNode body = content.path("application/json").path("schema");
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path.substring(base.length()),
                parameters,
                body.isMissingNode() ? null : schema(body),
                content.has("multipart/form-data"));
    }

    /** Texts, lists and maps of requests that nothing bounds, by operation and place. */
    public List<String> unbounded() {
        List<String> found = new ArrayList<>();
        for (Operation operation : operations()) {
            operation
                    .parameters()
                    .forEach(parameter ->
                            unbounded(operation.name() + " " + parameter.name(), parameter.schema(), 0, found));
            if (operation.body() != null) {
                unbounded(operation.name() + " body", operation.body(), 0, found);
            }
        }
        return found;
    }

    private void unbounded(String place, JsonNode unresolved, int depth, List<String> found) {
        JsonNode schema = schema(unresolved);
        if (depth > 10) {
            return;
        }
        switch (schema.path("type").asString()) {
            case "string" -> {
                if (!isBounded(schema)) {
                    found.add(place + ": a text without maxLength");
                }
            }
            case "array" -> {
                if (!schema.has("maxItems")) {
                    found.add(place + ": a list without maxItems");
                }
                unbounded(place + "[]", schema.path("items"), depth + 1, found);
            }
            case "object" -> {
                if (schema.path("additionalProperties").isObject()) {
                    if (!schema.has("maxProperties")) {
                        found.add(place + ": a map without maxProperties");
                    }
                    unbounded(place + ".*", schema.path("additionalProperties"), depth + 1, found);
                }
                schema.path("properties")
                        .properties()
                        .forEach(field -> unbounded(place + "." + field.getKey(), field.getValue(), depth + 1, found));
            }
            case "integer", "number", "boolean" -> {}
            default -> found.add(place + ": of no type");
        }
    }

    /** A pattern without an open end bounds as well as a length does. */
    private static boolean isBounded(JsonNode schema) {
        String pattern = schema.path("pattern").asString("").replaceAll("\\[[^]]*]", "x");
        boolean isClosed = pattern.startsWith("^") && pattern.endsWith("$") && !pattern.matches(".*[^\\\\][*+].*");
        return schema.has("maxLength") || schema.has("enum") || schema.has("format") || isClosed;
    }
}
