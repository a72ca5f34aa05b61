package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tusoi.org.contract.Contracts;

/** The description of the API changes knowingly: run with -Dtusoi.approve=true to accept a change, and read the diff. */
@OrgTest
class OpenApiTest {
    private static final Path APPROVED = Contracts.OWN.resolve("openapi.json");
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    Register register;

    @Test
    void theApiIsAsApproved() throws IOException {
        ObjectNode served = (ObjectNode) register.get(ADMIN, "/openapi").body();
        served.remove("servers");
        String text = SORTED.writeValueAsString(sorted(served)) + "\n";
        if (Boolean.getBoolean("tusoi.approve")) {
            Files.writeString(APPROVED, text);
        }
        assertThat(served.path("openapi").asString()).startsWith("3.1");
        assertThat(text).isEqualTo(Files.readString(APPROVED));
    }

    /** Two types of one simple name would be one schema, that of whichever was seen last. */
    @Test
    void aMeetingsTaskAndOneOfWorkingRulesAreDescribedApart() {
        JsonNode schemas = register.get(ADMIN, "/openapi").body().at("/components/schemas");
        assertThat(schemas.at("/Task/properties").propertyNames()).contains("taskId", "title", "owner");
        assertThat(schemas.at("/Minutes/properties/tasks/items/$ref").asString())
                .endsWith("/Task");
        assertThat(schemas.at("/WorkingRulesTask/properties").propertyNames())
                .containsExactlyInAnyOrder("memberId", "task");
        assertThat(schemas.at("/WorkingRulesView/properties/tasks/items/$ref").asString())
                .endsWith("/WorkingRulesTask");
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
