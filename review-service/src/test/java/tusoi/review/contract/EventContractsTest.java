package tusoi.review.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.counts.BooksCounted;

/** What review-service writes fits its schemas and its examples. */
class EventContractsTest {
    private static final String BOOKS = "review.books-counted.v1";
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Path> examples() throws IOException {
        return Contracts.examples("review-service", "review.");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleFitsItsSchema(Path example) throws IOException {
        assertThat(Contracts.misfits(Contracts.typeOf(example), Files.readString(example)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenFitsTheSchemaAndSaysWhatTheExampleSays(Path example) throws IOException {
        String type = Contracts.typeOf(example);
        JsonNode wanted = JSON.readTree(Files.readString(example));

        String written = JSON.writeValueAsString(JSON.treeToValue(wanted, pictureOf(type)));

        assertThat(Contracts.misfits(type, written)).isEmpty();
        assertThat(withoutNulls(JSON.readTree(written))).isEqualTo(withoutNulls(wanted));
    }

    @Test
    void everyTypeHasTwoExamplesAndALineInAsyncApi() throws IOException {
        Map<String, Long> examples =
                examples().stream().collect(Collectors.groupingBy(Contracts::typeOf, Collectors.counting()));
        String asyncApi = Contracts.asyncApi();

        assertThat(types()).allSatisfy(type -> {
            assertThat(examples.getOrDefault(type, 0L)).isGreaterThanOrEqualTo(2);
            assertThat(asyncApi).contains("name: " + type);
        });
        assertThat(examples.keySet()).hasSameElementsAs(types());
    }

    private static List<String> types() {
        return Stream.of(
                        Stream.of(CyclePicture.OPENED, BOOKS),
                        Arrays.stream(TargetEventType.values()).map(TargetEventType::wireName),
                        Arrays.stream(ReviewEventType.values()).map(ReviewEventType::wireName))
                .flatMap(names -> names)
                .toList();
    }

    private static Class<?> pictureOf(String type) {
        return switch (type) {
            case CyclePicture.OPENED -> CyclePicture.class;
            case BOOKS -> BooksCounted.class;
            default -> type.startsWith("review.target-") ? TargetPicture.class : ReviewPicture.class;
        };
    }

    /** Null and missing are the same on the wire. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node.isObject()) {
            var copy = JSON.createObjectNode();
            node.properties().stream()
                    .filter(property -> !property.getValue().isNull())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(property -> copy.set(property.getKey(), withoutNulls(property.getValue())));
            return copy;
        }
        return node;
    }
}
