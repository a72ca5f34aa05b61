package tusoi.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API changes knowingly: run with -Dtusoi.approve=true to accept a change, and read the diff. */
class OpenApiTest extends SliceTest {
    private static final Path APPROVED =
            Path.of(System.getProperty("tusoi.root", ".."), "discipline-service/contracts/openapi.json");
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void theApiIsAsApproved() throws IOException {
        var register = register();
        String somebody = register.officer("OBSERVER", register.organisation("DISTRICT", null));
        register.arrives();
        ObjectNode served = (ObjectNode) api().get(somebody, "/openapi").body();
        served.remove("servers");
        String text = SORTED.writeValueAsString(sorted(served)) + "\n";

        if (Boolean.getBoolean("tusoi.approve")) {
            Files.writeString(APPROVED, text);
        }

        assertThat(served.path("openapi").asString()).startsWith("3.1");
        assertThat(text).isEqualTo(Files.readString(APPROVED));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            var copy = SORTED.createObjectNode();
            node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(property -> copy.set(property.getKey(), sorted(property.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = SORTED.createArrayNode();
            node.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return node;
    }
}
