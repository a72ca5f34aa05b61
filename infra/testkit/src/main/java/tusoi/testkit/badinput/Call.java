package tusoi.testkit.badinput;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request, as yet without its operation. Values of parameters are kept as they stand in a URL, so that a variation can be any bytes. */
public record Call(
        Map<String, String> path,
        List<Map.Entry<String, String>> query,
        Map<String, String> headers,
        @Nullable JsonNode body,
        byte @Nullable [] raw) {
    /** Escapes whatever is not ASCII, so that half of a surrogate pair leaves as it is. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String CONTENT_TYPE = "Content-Type";

    public static Call plain() {
        return new Call(Map.of(), List.of(), Map.of(), null, null);
    }

    public static Call body(Object body) {
        return new Call(Map.of(), List.of(), Map.of(CONTENT_TYPE, "application/json"), JSON.valueToTree(body), null);
    }

    /** A multipart upload of one file. */
    public static Call upload(String fileName, byte[] content) {
        return new Call(
                Map.of(),
                List.of(),
                Map.of(CONTENT_TYPE, "multipart/form-data; boundary=" + Multipart.BOUNDARY),
                null,
                Multipart.file("file", fileName, content));
    }

    public Call path(String name, Object value) {
        return rawPath(name, encoded(value));
    }

    public Call query(String name, Object value) {
        return rawQuery(name, List.of(encoded(value)));
    }

    public Call ifMatch(long version) {
        return header("If-Match", "\"" + version + "\"");
    }

    public Call header(String name, String value) {
        return new Call(path, query, with(headers, name, value), body, raw);
    }

    Call withoutHeader(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new Call(path, query, fewer, body, raw);
    }

    Call rawPath(String name, String value) {
        return new Call(with(path, name, value), query, headers, body, raw);
    }

    /** The parameter once for each value; none leaves it out. */
    Call rawQuery(String name, List<String> values) {
        List<Map.Entry<String, String>> changed =
                query.stream().filter(entry -> !entry.getKey().equals(name)).collect(Collectors.toList());
        values.forEach(value -> changed.add(Map.entry(name, value)));
        return new Call(path, List.copyOf(changed), headers, body, raw);
    }

    Call withBody(UnaryOperator<JsonNode> change) {
        return new Call(path, query, headers, body == null ? null : change.apply(body.deepCopy()), raw);
    }

    Call withRaw(byte[] bytes) {
        return new Call(path, query, headers, null, bytes);
    }

    /** What goes over the wire after the base. */
    String target(Operation operation) {
        String filled = operation.path();
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return query.isEmpty()
                ? filled
                : filled
                        + query.stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("&", "?", ""));
    }

    byte @Nullable [] bytes() {
        return raw != null ? raw : body == null ? null : JSON.writeValueAsBytes(body);
    }

    static String encoded(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
