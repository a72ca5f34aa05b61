package tusoi.testkit.badinput;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be wrong with a body as a whole: its format, its syntax, its size. */
final class RequestVariations {
    private static final byte[] TOO_LARGE = new byte[10 * 1024 * 1024 + 1];
    private static final String BODY = Variation.BODY;

    private RequestVariations() {}

    static List<Variation> of(Operation operation, Call valid) {
        List<Variation> variations = new ArrayList<>();
        if (operation.body() != null && valid.body() != null) {
            json(new String(java.util.Objects.requireNonNull(valid.bytes()), StandardCharsets.UTF_8), variations);
            formats(variations);
        }
        if (operation.isUpload()) {
            variations.add(new Variation(
                    "Content-Type", "as JSON", true, call -> call.header("Content-Type", "application/json")
                            .withRaw("{}".getBytes(StandardCharsets.UTF_8))));
            variations.add(new Variation(
                    BODY,
                    "a form cut in the middle",
                    true,
                    call -> call.withRaw("--tusoi-boundary\r\nContent-Disposition: form-data; name=\"fi"
                            .getBytes(StandardCharsets.UTF_8))));
            variations.add(new Variation(
                    "file",
                    "a form without a file",
                    true,
                    call -> call.withRaw(Multipart.file("another", "x.csv", new byte[0]))));
        }
        return variations;
    }

    private static void formats(List<Variation> into) {
        into.add(new Variation("Content-Type", "a text", true, call -> call.header("Content-Type", "text/plain")));
        into.add(new Variation("Content-Type", "XML", true, call -> call.header("Content-Type", "application/xml")));
        into.add(new Variation(
                "Content-Type", "no format at all", true, call -> call.header("Content-Type", "nonsense")));
        into.add(new Variation("Content-Type", "no header", true, call -> call.withoutHeader("Content-Type")));
    }

    private static void json(String valid, List<Variation> into) {
        Map<String, String> broken = new LinkedHashMap<>();
        broken.put("nothing", "");
        broken.put("an open brace", "{");
        broken.put("null", "null");
        broken.put("a list", "[]");
        broken.put("a text", "\"x\"");
        broken.put("a number", "7");
        broken.put("cut in the middle", valid.substring(0, valid.length() / 2));
        broken.put("something behind", valid + "{}");
        broken.put("a comment", "/* x */ " + valid);
        broken.put(
                "a field twice",
                valid.equals("{}") ? "{\"a\":1,\"a\":1}" : valid.replaceFirst("\\{(\"[a-zA-Z]+\":)", "{$1null,$1"));
        broken.put("nested too deep", "[".repeat(100_000));
        broken.forEach((what, text) ->
                into.add(new Variation(BODY, what, true, call -> call.withRaw(text.getBytes(StandardCharsets.UTF_8)))));
        into.add(new Variation(
                BODY, "no UTF-8", true, call -> call.withRaw(new byte[] {'{', '"', (byte) 0xC3, '(', '"'})));
        into.add(new Variation(BODY, "10 MB and one byte", true, call -> call.withRaw(TOO_LARGE)));
    }
}
