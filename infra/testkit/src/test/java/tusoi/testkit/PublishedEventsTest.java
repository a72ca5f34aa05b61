package tusoi.testkit;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every event type that a service publishes is followed by another, or stands here with the reason why nobody does yet. That who
 * says to follow one does so, and takes its producer's examples, is shown by each service's own FollowedEventsTest.
 */
class PublishedEventsTest {
    private static final Path ROOT = Path.of(System.getProperty("tusoi.root", "../.."));
    private static final List<String> SERVICES = List.of("org", "review", "discipline", "reporting");
    private static final Pattern NAMED = Pattern.compile("(?m)^      name: (\\S+)$");
    private static final Pattern REFERENCE =
            Pattern.compile("\\.\\./\\.\\./(\\w+)-service/contracts/asyncapi\\.yaml#/components/messages/(\\S+)");

    /** By the start of the type: published for other systems. */
    private static final Map<String, String> FOR_OTHER_SYSTEMS = new TreeMap<>(
            Map.of(
                    "org.assignment-",
                            "Who looks after which branch: shown by org-service itself, no indicator counts it",
                    "org.transfer-", "The steps of a move: what has come of them is told by the member's own events",
                    "org.activity-", "Temporary activity elsewhere does not change where a person is counted",
                    "org.prospect-",
                            "Who may be admitted one day: no indicator counts prospects, admissions are the member's events",
                    "org.attendance-item-",
                            "What a list asks of a branch is answered in org-service; rules.md C.8 makes no ground of a study session"));

    @Test
    void everyPublishedTypeIsFollowedOrListedWithAReason() {
        Set<String> unread = published();
        unread.removeAll(followed());
        unread.removeIf(type -> FOR_OTHER_SYSTEMS.keySet().stream().anyMatch(type::startsWith));
        assertThat(unread).as("published, and nobody follows it").isEmpty();
    }

    @Test
    void whatIsFollowedIsPublishedAndWhatIsListedIsNotFollowed() {
        assertThat(published()).containsAll(followed());
        FOR_OTHER_SYSTEMS.forEach((start, reason) -> {
            assertThat(published()).as(reason).anyMatch(type -> type.startsWith(start));
            assertThat(followed()).as(reason).noneMatch(type -> type.startsWith(start));
        });
    }

    @Test
    void whoFollowsTestsIt() throws IOException {
        for (String service : SERVICES) {
            try (Stream<Path> found = Files.find(
                    ROOT.resolve(service + "-service/src/test/java"),
                    9,
                    (file, _) -> file.endsWith("FollowedEventsTest.java"))) {
                assertThat(found).as(service).hasSize(1);
            }
        }
    }

    private static Set<String> published() {
        return SERVICES.stream()
                .flatMap(service -> matches(NAMED, index(service), 1).filter(type -> type.startsWith(service + ".")))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> followed() {
        return SERVICES.stream()
                .flatMap(service -> Stream.concat(
                        matches(NAMED, index(service), 1).filter(type -> !type.startsWith(service + ".")),
                        matches(REFERENCE, index(service), 2)))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> matches(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(found -> found.group(group));
    }

    private static String index(String service) {
        try {
            return Files.readString(ROOT.resolve(service + "-service/contracts/asyncapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
