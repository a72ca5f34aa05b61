package tusoi.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.testkit.TestTokens;

/** Asks the service over HTTP. */
public class Asking {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mvc;

    Asking(MockMvc mvc) {
        this.mvc = mvc;
    }

    public MockHttpServletResponse get(String subject, String path) {
        try {
            return mvc.perform(MockMvcRequestBuilders.get(path).header("Authorization", TestTokens.bearer(subject)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public MockHttpServletResponse post(String subject, String path) {
        try {
            return mvc.perform(MockMvcRequestBuilders.post(path).header("Authorization", TestTokens.bearer(subject)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public MockHttpServletResponse post(String subject, String path, Map<String, ?> body) {
        try {
            return mvc.perform(MockMvcRequestBuilders.post(path)
                            .header("Authorization", TestTokens.bearer(subject))
                            .contentType("application/json")
                            .content(JSON.writeValueAsBytes(body)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String body(String subject, String query) {
        MockHttpServletResponse response = get(subject, "/api/reporting/v1/figures?" + query);
        String body = new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        if (response.getStatus() != 200) {
            throw new AssertionError(response.getStatus() + " " + body);
        }
        return body;
    }

    /** The one figure asked for. */
    public Figure figure(String query) {
        return new Figure(JSON.readTree(body("admin", query)).at("/figures/0"));
    }

    /** A figure read from an answer. */
    public record Figure(JsonNode node) {
        public BigDecimal numerator() {
            return node.get("numerator").decimalValue();
        }

        public String over() {
            return node.get("numerator").asString() + "/"
                    + node.get("denominator").asString();
        }

        /** Parts by their keys joined with a blank: numerator, or numerator/denominator. */
        public Map<String, String> parts() {
            Map<String, String> parts = new HashMap<>();
            for (JsonNode part : node.at("/breakdown/parts")) {
                List<String> keys = new ArrayList<>();
                part.get("keys").forEach(key -> keys.add(key.asString()));
                JsonNode denominator = part.get("denominator");
                String text =
                        part.get("numerator").asString() + (denominator.isNull() ? "" : "/" + denominator.asString());
                parts.put(String.join(" ", keys), text);
            }
            return parts;
        }

        public BigDecimal unplaced() {
            return node.at("/breakdown/unplaced").decimalValue();
        }

        public BigDecimal sumOfParts() {
            BigDecimal sum = unplaced();
            for (JsonNode part : node.at("/breakdown/parts")) {
                sum = sum.add(part.get("numerator").decimalValue());
            }
            return sum;
        }
    }
}
