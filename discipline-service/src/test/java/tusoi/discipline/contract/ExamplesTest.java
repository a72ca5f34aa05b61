package tusoi.discipline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.counts.BooksCounted;

class ExamplesTest {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<Path> examples() throws IOException {
        return Schemas.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleFitsItsSchema(Path example) throws IOException {
        assertThat(Schemas.misfits(Schemas.schemaOf(type(example)), Files.readString(example)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsWhatTheProducerWouldWrite(Path example) throws IOException {
        Class<?> picture = picture(type(example));
        String json = Files.readString(example);
        String written = STRICT.writeValueAsString(STRICT.readValue(json, picture));
        assertThat(STRICT.readTree(written)).isEqualTo(STRICT.readTree(json));
    }

    @Test
    void eachEventHasTwoExamplesAndALineInTheIndex() throws IOException {
        String index = Schemas.asyncApi();
        Map<String, Long> perType =
                examples().stream().collect(Collectors.groupingBy(ExamplesTest::type, Collectors.counting()));
        assertThat(perType).hasSize(15).allSatisfy((type, count) -> {
            assertThat(count).as(type).isGreaterThanOrEqualTo(2);
            assertThat(index).contains("name: " + type + "\n");
        });
    }

    @Test
    void aSchemaRefusesAnUnknownState() throws IOException {
        String example = Files.readString(examples().getFirst());
        assertThat(Schemas.misfits(
                        "case.v1.schema.json",
                        example.replace("\"RECEIVED\"", "\"ELSEWHERE\"")
                                .replace("\"DECIDED\"", "\"ELSEWHERE\"")
                                .replace("\"VOTED\"", "\"ELSEWHERE\"")))
                .isNotEmpty();
    }

    private static Class<?> picture(String type) {
        if (type.contains("books")) {
            return BooksCounted.class;
        }
        if (type.contains("conflict")) {
            return ConflictV1.class;
        }
        return type.contains("remov") ? RemovalV1.class : CaseV1.class;
    }

    private static String type(Path example) {
        return example.getFileName().toString().replaceFirst("\\.\\d+\\.json$", "");
    }
}
