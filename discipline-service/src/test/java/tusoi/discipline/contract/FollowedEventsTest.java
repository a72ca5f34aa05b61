package tusoi.discipline.contract;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tusoi.discipline.SliceTest;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** What contracts/asyncapi.yaml says is followed is what projections follow, and each can take its producer's examples. */
class FollowedEventsTest extends SliceTest {
    private static final Path ROOT = Path.of(System.getProperty("tusoi.root", ".."));
    private static final Pattern FOLLOWED = Pattern.compile("asyncapi\\.yaml#/components/messages/(\\S+)");

    @Autowired
    private List<Projection> projections;

    @Autowired
    @Loader
    private TransactionTemplate asLoader;

    static Set<String> followed() throws IOException {
        return FOLLOWED.matcher(Files.readString(ROOT.resolve("discipline-service/contracts/asyncapi.yaml")))
                .results()
                .map(found -> found.group(1))
                .filter(type -> type.endsWith(".v1"))
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void theIndexNamesWhatIsFollowed() throws IOException {
        Set<String> types = projections.stream()
                .flatMap(projection -> projection.types().stream())
                .collect(toCollection(TreeSet::new));
        assertThat(types).isEqualTo(followed());
    }

    @ParameterizedTest
    @MethodSource("followed")
    void eachExampleCanBeTaken(String type) throws IOException {
        List<Path> examples = examples(type);
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        for (Path example : examples) {
            var event = new ReceivedEvent(
                    type,
                    0,
                    0,
                    type,
                    UUID.randomUUID(),
                    1,
                    Instant.parse("2024-01-01T00:00:00Z"),
                    UUID.randomUUID(),
                    JsonMapper.shared().readTree(Files.readString(example)));
            asLoader.executeWithoutResult(status -> {
                status.setRollbackOnly();
                projections.stream()
                        .filter(projection -> projection.types().contains(type))
                        .forEach(projection -> projection.apply(List.of(event)));
            });
        }
    }

    private static List<Path> examples(String type) throws IOException {
        String owner = type.substring(0, type.indexOf('.'));
        try (Stream<Path> files = Files.list(ROOT.resolve(owner + "-service/contracts/examples"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(type + "."))
                    .toList();
        }
    }
}
