package tusoi.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.Feed;
import tusoi.reporting.RandomHistory;
import tusoi.reporting.ReportingTest;

@ReportingTest
class FactsTest {
    private static final Path ROOT = Path.of(System.getProperty("tusoi.root", ".."));

    @Autowired
    private Feed feed;

    @Autowired
    private FactsHash hash;

    @Autowired
    @Loader
    private JdbcClient jdbc;

    @Autowired
    private List<Projection> projections;

    @BeforeEach
    void nothing() {
        feed.clear();
    }

    @Test
    void anyOrderWithDuplicatesEndsInTheSameFacts() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<ReceivedEvent> events = RandomHistory.of(random).events();
        feed.take(events);
        String inOrder = hash.compute().sha256();
        for (int round = 0; round < 5; round++) {
            feed.clear();
            List<ReceivedEvent> shuffled = new ArrayList<>(events);
            for (int n = 0; n < events.size() / 5; n++) {
                shuffled.add(events.get(random.nextInt(events.size())));
            }
            Collections.shuffle(shuffled, random);
            for (int from = 0, to; from < shuffled.size(); from = to) {
                to = Math.min(shuffled.size(), from + 1 + random.nextInt(200));
                feed.take(shuffled.subList(from, to));
            }
            assertThat(hash.compute().sha256())
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void anotherFactIsAnotherHash() {
        List<ReceivedEvent> events = RandomHistory.of(new Random(1)).events();
        feed.take(events);
        String all = hash.compute().sha256();
        feed.clear();
        feed.take(events.subList(0, events.size() - 1));
        assertThat(hash.compute().sha256()).isNotEqualTo(all);
    }

    @Test
    void aVersionEndsWhenTheNextOneKnownBegins() {
        List<ReceivedEvent> versions = List.of(member(1), member(2), member(4), member(3));
        versions.forEach(version -> feed.take(List.of(version)));
        var ends = jdbc.sql("""
                        select extract(epoch from case when recorded_to = 'infinity' then null else recorded_to end)::bigint
                          from reporting.membership order by version
                        """).query((row, _) -> row.getLong(1)).list();
        assertThat(ends).containsExactly(2L, 3L, 4L, 0L);
    }

    private static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-0000000000c1");

    private static ReceivedEvent member(long version) {
        String data = """
                {"slices": [{"validFrom": "2020-01-01", "homeUnitId": "01900000-0000-7000-8000-000000000011", "state": "OFFICIAL"}]}
                """;
        return event("org.member-registered.v1", MEMBER, version, data);
    }

    private static ReceivedEvent event(String type, UUID aggregate, long version, String data) {
        return new ReceivedEvent(
                "org.events",
                0,
                version,
                type,
                aggregate,
                version,
                Instant.ofEpochSecond(version),
                new UUID(0, 0),
                JsonMapper.shared().readTree(data));
    }

    /** No decision, nobody there yet, nobody given a task, a member who is another by now, a target taken back, or one without a result. */
    private static final List<String> NO_FACT_YET = List.of(
            "\"decision\": null",
            "\"attendance\": []",
            "\"slices\": []",
            "\"membersWithTasks\": []",
            "\"cancelled\": true",
            "\"results\": []");

    /** What reporting reads of an event, it reads from the very examples that the producer holds its own events against. */
    @ParameterizedTest
    @MethodSource("contracts")
    void everyExampleOfTheProducerBecomesFacts(String service, String type, FactTable table) throws IOException {
        assertThat(projections.stream()
                        .anyMatch(projection -> projection.types().contains(type)))
                .as("somebody follows %s", type)
                .isTrue();
        List<Path> examples;
        try (Stream<Path> files = Files.list(ROOT.resolve(service).resolve("contracts/examples"))) {
            examples = files.filter(
                            file -> file.getFileName().toString().matches(type.replace(".", "\\.") + "\\.\\d+\\.json"))
                    .sorted()
                    .toList();
        }
        assertThat(examples).as("examples of %s", type).hasSizeGreaterThanOrEqualTo(2);
        for (Path example : examples) {
            feed.clear();
            feed.take(List.of(event(type, UUID.randomUUID(), 1, Files.readString(example))));
            long rows = jdbc.sql("select count(*) from " + table.qualifiedName())
                    .query(Long.class)
                    .single();
            String text = Files.readString(example);
            boolean isFact = NO_FACT_YET.stream().noneMatch(text::contains)
                    || Set.of(FactTable.MEETING, FactTable.WORKING_RULES).contains(table)
                    || table == FactTable.TARGET && text.contains("\"cancelled\": false");
            assertThat(rows > 0).as("%s becomes a fact", example.getFileName()).isEqualTo(isFact);
        }
    }

    @Test
    void aCollectiveMoveAndAJoinedEntryAreKeptAsSuch() throws IOException {
        Path examples = ROOT.resolve("org-service/contracts/examples");
        feed.take(List.of(
                event(
                        "org.member-transferred.v1",
                        MEMBER,
                        1,
                        Files.readString(examples.resolve("org.member-transferred.v1.3.json"))),
                event(
                        "org.member-merged.v1",
                        UUID.randomUUID(),
                        1,
                        Files.readString(examples.resolve("org.member-merged.v1.2.json")))));
        assertThat(jdbc.sql("select kind from reporting.movement where reorganisation_id is not null")
                        .query(String.class)
                        .list())
                .containsExactly("TRANSFERRED");
        assertThat(jdbc.sql("select merged_into::text from reporting.joined_entry")
                        .query(String.class)
                        .list())
                .containsExactly("0197a000-0000-7000-8000-000000000107");
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> contracts() {
        return Stream.of(
                        Stream.of(
                                        "registered",
                                        "admitted",
                                        "readmitted",
                                        "recognised",
                                        "transferred",
                                        "exempted",
                                        "suspended",
                                        "corrected",
                                        "merged",
                                        "left")
                                .map(name -> arguments("org-service", "org.member-" + name, FactTable.MEMBERSHIP)),
                        Stream.of("planned", "held", "corrected", "dropped")
                                .map(name -> arguments("org-service", "org.meeting-" + name, FactTable.MEETING)),
                        Stream.of("planned", "attended", "corrected", "list-published")
                                .map(name -> arguments("org-service", "org.study-" + name, FactTable.ATTENDANCE)),
                        Stream.of("filed", "corrected", "ended")
                                .map(name ->
                                        arguments("org-service", "org.working-rules-" + name, FactTable.WORKING_RULES)),
                        Stream.of("filed", "corrected", "ended")
                                .map(name ->
                                        arguments("org-service", "org.working-rules-" + name, FactTable.MEMBER_TASK)),
                        Stream.of("held", "left")
                                .map(name -> arguments("org-service", "org.post-" + name, FactTable.POST_HOLDING)),
                        Stream.of(arguments("review-service", "review.cycle-opened", FactTable.CYCLE)),
                        Stream.of("set", "result-recorded", "result-corrected", "result-withdrawn", "cancelled")
                                .map(name -> arguments("review-service", "review.target-" + name, FactTable.TARGET)),
                        Stream.of("result-recorded", "result-corrected", "result-withdrawn", "cancelled")
                                .map(name ->
                                        arguments("review-service", "review.target-" + name, FactTable.TARGET_RESULT)),
                        Stream.of(
                                        "subject-obliged",
                                        "subject-excluded",
                                        "self-review-submitted",
                                        "grade-proposed",
                                        "grade-decided",
                                        "grade-revised",
                                        "completion-reported")
                                .map(name -> arguments("review-service", "review." + name, FactTable.REVIEW)),
                        Stream.of("grade-decided", "grade-revised", "completion-reported")
                                .map(name -> arguments("review-service", "review." + name, FactTable.REVIEW_GRADE)),
                        Stream.of(
                                        "case-received",
                                        "case-verifying",
                                        "self-review-received",
                                        "case-heard",
                                        "ballots-counted",
                                        "case-decided",
                                        "decision-announced",
                                        "case-closed")
                                .map(name -> arguments(
                                        "discipline-service", "discipline." + name, FactTable.DISCIPLINE_DECISION)),
                        Stream.of(
                                        "removal-opened",
                                        "removal-voted",
                                        "removal-proposed",
                                        "member-removed",
                                        "removal-closed")
                                .map(name -> arguments("discipline-service", "discipline." + name, FactTable.REMOVAL)))
                .flatMap(arguments -> arguments);
    }

    private static org.junit.jupiter.params.provider.Arguments arguments(String service, String type, FactTable table) {
        return org.junit.jupiter.params.provider.Arguments.of(service, type + ".v1", table);
    }
}
