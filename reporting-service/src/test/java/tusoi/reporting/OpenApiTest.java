package tusoi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API changes knowingly: run with -Dtusoi.approve=true to accept a change, and read the diff. */
@ReportingTest
class OpenApiTest {
    private static final Path APPROVED =
            Path.of(System.getProperty("tusoi.root", ".."), "reporting-service/contracts/openapi.json");
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Test
    void theApiIsAsApproved() throws IOException {
        feed.clear();
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        var district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, LocalDate.of(2004, 1, 1));
        history.account("admin", "OBSERVER", district);
        feed.all(history);
        ObjectNode served = (ObjectNode)
                SORTED.readTree(asking.get("admin", "/api/reporting/v1/openapi").getContentAsByteArray());
        served.remove("servers");
        String text = SORTED.writeValueAsString(sorted(served)) + "\n";
        if (Boolean.getBoolean("tusoi.approve")) {
            Files.createDirectories(APPROVED.getParent());
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
