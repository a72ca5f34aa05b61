package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;

/**
 * A year of reorganisations as org-service itself tells it (its test keeps the file): on 1 July 2025 wards A and B become M, their
 * branches A1 and B1 become M1; on 1 September A2 splits into S1 and S2; on 1 October B2 is dissolved and its members go to S1; what
 * S1 gives off in November is taken back. Chi moves from A1 to A2 in March, An from M1 to B2 in August, Oanh comes in August, Nga dies
 * in December.
 */
@ReportingTest
class RecordedReorganisationsTest {
    private static final Path FILE = Path.of(System.getProperty("tusoi.root", ".."))
            .resolve("org-service/contracts/recordings/reorganisations.jsonl");
    private static final UUID ROOT = UUID.fromString("01970000-0000-7000-8000-000000000001");
    private static final String BALANCE =
            "member.opening,member.registered,member.transferred-in,member.transferred-out,"
                    + "member.deceased,member.closing";
    private static final Instant MERGED = Instant.parse("2026-01-01T00:18:00Z");

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final List<ReceivedEvent> events = new ArrayList<>();

    @BeforeEach
    void theYearAsItWasTold() throws IOException {
        events.clear();
        for (String line : Files.readAllLines(FILE)) {
            JsonNode told = JsonMapper.shared().readTree(line);
            events.add(new ReceivedEvent(
                    "org.events",
                    0,
                    events.size(),
                    told.get("type").asString(),
                    UUID.fromString(told.get("aggregateId").asString()),
                    told.get("version").asLong(),
                    Instant.parse(told.get("recordedAt").asString()),
                    new UUID(0, 0),
                    told.get("data")));
        }
        History account = new History(Instant.parse("2025-12-01T00:00:00Z"));
        account.account("admin", "REGISTER_ADMINISTRATOR", ROOT);
        feed.clear();
        feed.take(account.events());
    }

    private void all() {
        feed.take(events);
        feed.watermark(events.getLast().recordedAt());
    }

    @Test
    void eachDayHasItsTreeAndItsMembers() {
        all();
        assertThat(parts("GH.A", "member.count", "to=2025-06-30")).isEqualTo(Map.of("GH.A1", "2", "GH.A2", "3"));
        assertThat(parts("GH.B", "member.count", "to=2025-06-30")).isEqualTo(Map.of("GH.B1", "2", "GH.B2", "3"));
        assertThat(parts("GH.M", "member.count", "to=2025-07-01"))
                .isEqualTo(Map.of("GH.M1", "4", "GH.A2", "3", "GH.B2", "3"));
        assertThat(parts("GH.M", "member.count", "to=2025-12-31"))
                .isEqualTo(Map.of("GH.M1", "4", "GH.S1", "5", "GH.S2", "1"));
    }

    @Test
    void theYearUnderTheTreeOfItsEnd() {
        all();
        String year = "from=2025-01-01&to=2025-12-31";
        assertThat(parts("GH.M", "member.opening", year)).isEqualTo(Map.of("GH.M1", "5", "GH.S1", "4", "GH.S2", "1"));
        assertThat(balance("GH.M", year)).containsExactly(10, 1, 0, 0, 1, 10);
        assertThat(balance("GH.M1", year)).containsExactly(5, 1, 0, 2, 0, 4);
        assertThat(balance("GH.S1", year)).containsExactly(4, 0, 2, 0, 1, 5);
        assertThat(balance("GH.S2", year)).containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(balance("CT", year)).containsExactly(10, 1, 0, 0, 1, 10);
    }

    /** Everybody where reorganisations brought him from; Oanh, who joined after the merger, between the two. */
    @Test
    void theSecondHalfOfTheYearUnderTheTreeOfBefore() {
        all();
        String half = "from=2025-07-01&to=2025-12-31&asOf=2025-06-30";
        assertThat(parts("GH.A", "member.closing", half)).isEqualTo(Map.of("GH.A1", "1", "GH.A2", "3"));
        assertThat(parts("GH.B", "member.closing", half)).isEqualTo(Map.of("GH.B1", "2", "GH.B2", "3"));
        assertThat(balance("GH.A", half)).containsExactly(5, 0, 0, 1, 0, 4);
        assertThat(balance("GH.B", half)).containsExactly(5, 0, 1, 0, 1, 5);
        assertThat(balance("CT", half)).containsExactly(10, 1, 0, 0, 1, 10);
        var closing = asking.figure("unit=CT&indicators=member.closing&by=unit&" + half);
        assertThat(closing.parts()).isEqualTo(Map.of("GH.A", "4", "GH.B", "5"));
        assertThat(closing.unplaced()).isEqualByComparingTo("1");
    }

    @Test
    void sumsAreEqualUnderTheTreeOfEveryMonth() {
        all();
        for (int month = 1; month <= 12; month++) {
            for (int tree = 1; tree <= 12; tree++) {
                String when = "from=2025-%02d-01&to=2025-%02d-28&asOf=2025-%02d-15".formatted(month, month, tree);
                List<Integer> own = balance("CT", when.replaceFirst("&asOf.*", ""));
                assertThat(balance("CT", when)).as(when).isEqualTo(own);
                for (String indicator : List.of("member.opening", "member.closing")) {
                    var figure = asking.figure("unit=CT&indicators=" + indicator + "&by=unit&" + when);
                    assertThat(figure.sumOfParts()).as(when).isEqualByComparingTo(figure.numerator());
                }
                for (String unit : List.of("GH.A", "GH.B", "GH.M")) {
                    List<Integer> of = balance(unit, when);
                    if (!of.isEmpty()) {
                        assertThat(of.get(0) + of.get(1) + of.get(2) - of.get(3) - of.get(4))
                                .as(unit + " " + when)
                                .isEqualTo(of.get(5));
                    }
                }
            }
        }
    }

    /** Fed one by one and in any order: below the instant nothing of the merger is known, from it on all of it. */
    @Test
    void theMergerIsSeenAsOneInstant() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("seed " + seed);
        List<ReceivedEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.forEach(event -> feed.take(List.of(event)));
        feed.watermark(events.getLast().recordedAt());
        String day = "from=2025-07-01&to=2025-07-01&knownAt=";
        assertThat(balance("GH.A", day + MERGED.minusNanos(1000))).containsExactly(5, 0, 0, 0, 0, 5);
        assertThat(balance("GH.B", day + MERGED.minusNanos(1000))).containsExactly(5, 0, 0, 0, 0, 5);
        assertThat(balance("GH.M", day + MERGED.minusNanos(1000))).isEmpty();
        assertThat(balance("GH.M", day + MERGED)).containsExactly(10, 0, 0, 0, 0, 10);
        assertThat(balance("GH.A", day + MERGED)).isEmpty();
        assertThat(balance("GH.B", day + MERGED)).isEmpty();
        for (ReceivedEvent event : events) {
            if (event.recordedAt().isAfter(MERGED.minusSeconds(61))) {
                String known = "from=2025-01-01&to=2025-12-31&knownAt=" + event.recordedAt();
                List<Integer> of = balance("CT", known);
                assertThat(of.get(0)).as(known).isEqualTo(10);
                assertThat(of.get(2) + of.get(3)).as(known).isZero();
            }
        }
    }

    @Test
    void whatWasAnsweredBeforeTheMergerIsAnsweredAgainAfterIt() {
        List<ReceivedEvent> before = events.stream()
                .filter(event -> event.recordedAt().isBefore(MERGED))
                .toList();
        Instant known = before.getLast().recordedAt();
        feed.take(before);
        feed.watermark(known);
        Map<String, String> given = new LinkedHashMap<>();
        for (String unit : List.of("CT", "GH.A", "GH.B", "GH.A1", "GH.B2")) {
            for (String asOf : List.of("2025-01-01", "2025-12-31")) {
                String query = "unit=%s&indicators=%s&from=2025-01-01&to=2025-12-31&asOf=%s&by=unit&knownAt=%s"
                        .formatted(unit, BALANCE, asOf, known);
                given.put(query, asking.body("admin", query));
            }
        }
        all();
        given.forEach((query, body) ->
                assertThat(asking.body("admin", query)).as(query).isEqualTo(body));
    }

    private Map<String, String> parts(String unit, String indicator, String when) {
        return asking.figure("unit=%s&indicators=%s&by=unit&%s".formatted(unit, indicator, when))
                .parts();
    }

    /** Opening, registered, transferred in and out, deceased, closing; nothing where the unit is not in the tree. */
    private List<Integer> balance(String unit, String when) {
        List<Integer> balance = new ArrayList<>();
        JsonMapper.shared()
                .readTree(asking.body("admin", "unit=%s&indicators=%s&%s".formatted(unit, BALANCE, when)))
                .get("figures")
                .forEach(figure -> {
                    if (!figure.get("numerator").isNull()) {
                        balance.add(figure.get("numerator").asInt());
                    }
                });
        return balance;
    }
}
