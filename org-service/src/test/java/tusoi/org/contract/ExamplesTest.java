package tusoi.org.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.counts.BooksCounted;

/** The example files that consumers read say what this service writes. */
class ExamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Path> examples() throws IOException {
        return Contracts.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleFitsItsSchema(Path example) throws IOException {
        assertThat(Contracts.misfits(Contracts.typeOf(example), Files.readString(example)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenSaysWhatTheExampleSays(Path example) throws IOException {
        String type = Contracts.typeOf(example);
        JsonNode wanted = JSON.readTree(Files.readString(example));
        String written = JSON.writeValueAsString(JSON.treeToValue(wanted, dataOf(type)));
        assertThat(Contracts.misfits(type, written)).isEmpty();
        assertThat(JSON.readTree(written)).isEqualTo(wanted);
    }

    @Test
    void everyTypeHasTwoExamplesAndALineInAsyncApi() throws IOException {
        Map<String, Long> counts = examples().stream()
                .collect(Collectors.groupingBy(Contracts::typeOf, TreeMap::new, Collectors.counting()));
        String asyncApi = Files.readString(Contracts.OWN.resolve("asyncapi.yaml"));
        assertThat(counts).hasSize(56);
        assertThat(counts).allSatisfy((type, count) -> {
            assertThat(count).as(type).isGreaterThanOrEqualTo(2);
            assertThat(asyncApi).contains("name: " + type);
        });
    }

    private static Class<?> dataOf(String type) {
        return switch (type.replaceFirst("^org\\.([a-z]+).*$", "$1")) {
            case "unit" -> UnitData.class;
            case "account" -> AccountData.class;
            case "grant" -> GrantData.class;
            case "member" -> MemberData.class;
            case "post" -> PostData.class;
            case "assignment" -> AssignmentData.class;
            case "transfer" -> TransferData.class;
            case "activity" -> ActivityData.class;
            case "prospect" -> ProspectData.class;
            case "removal" -> RemovalConflictData.class;
            case "names" -> NameData.class;
            case "meeting" -> MeetingData.class;
            case "dues", "absence" -> GroundData.class;
            case "study" -> StudyData.class;
            case "attendance" -> AttendanceItemData.class;
            case "working" -> WorkingRulesData.class;
            case "books" -> BooksCounted.class;
            default -> throw new IllegalArgumentException(type);
        };
    }
}
