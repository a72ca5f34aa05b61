package tusoi.reporting.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.ids.Ids;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.RandomHistory;
import tusoi.reporting.ReportingTest;

/** What a service would count of its books, here by hand over the events, beside the facts of this service. */
@ReportingTest
class ReconciliationTest {
    private static final String LIST = "/api/reporting/v1/reconciliations";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDate DAY = LocalDate.of(2021, 6, 30);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    @Loader
    private JdbcClient jdbc;

    @BeforeEach
    void nothingWasCounted() {
        feed.clear();
        for (String table : List.of("reconciliation_difference", "reconciliation", "counted", "counting_part")) {
            jdbc.sql("delete from reporting." + table).update();
        }
    }

    private record Key(UUID unit, String what, String key) {}

    @Test
    void theBooksOfRandomHistoriesAgreeWithTheFactsAtWhateverInstant() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int n = 0; n < 5; n++) {
            nothingWasCounted();
            History history = RandomHistory.of(random).history();
            disciplined(history);
            List<ReceivedEvent> events = history.events();
            int last = events.size() - 1;
            Instant at =
                    events.get(n == 0 ? last : last - random.nextInt(last / 2)).recordedAt();
            feed.take(events);
            feed.watermark(events.getLast().recordedAt());
            for (String producer : List.of("org", "review", "discipline")) {
                Map<Key, Long> counted = counted(producer, events, at);
                assertThat(counted.isEmpty() && n == 0)
                        .as(producer + " has books at all")
                        .isFalse();
                tell(producer, at, counted);
            }

            assertThat(reconciling.round()).isEqualTo(3);

            JsonNode list = page("operator", LIST);
            assertThat(list.path("items").size()).isEqualTo(3);
            assertThat(list.path("items").valueStream().map(one -> one.path("differences")
                            .asInt()))
                    .as("seed " + seed)
                    .containsOnly(0);
            assertThat(jdbc.sql("select count(*) from reporting.counted")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    /** Two decisions, one of them annulled, and a removal. */
    private static void disciplined(History history) {
        UUID unit = history.events().stream()
                .filter(event -> event.type().equals("org.unit-established.v1"))
                .findFirst()
                .orElseThrow()
                .aggregateId();
        UUID annulled = Ids.next();
        history.discipline("MEMBER", Ids.next(), unit, "WARNING", DAY, List.of("OTHER"));
        history.discipline(annulled, "MEMBER", Ids.next(), unit, "REPRIMAND", DAY, List.of("OTHER"), null);
        history.discipline(annulled, "MEMBER", Ids.next(), unit, "REPRIMAND", DAY, List.of("OTHER"), DAY);
        history.removal("STRIKE_OFF", Ids.next(), unit, DAY, List.of("WILL_LOST"));
    }

    @Test
    void whatIsFalsifiedOnEitherSideIsFoundWithUnitAndNumbers() {
        List<ReceivedEvent> events = RandomHistory.of(new Random(7)).events();
        Instant at = events.getLast().recordedAt();
        feed.take(events);
        feed.watermark(at);
        Map<Key, Long> counted = counted("org", events, at);
        Key lost = counted.keySet().stream()
                .filter(key -> key.what().equals("member"))
                .findFirst()
                .orElseThrow();
        // Here: a member's home is another one now.
        jdbc.sql("""
                        update reporting.membership set unit_id = :other
                         where ctid = (select min(ctid) from reporting.membership
                                        where unit_id = :unit and state = :state and recorded_to = 'infinity'
                                          and valid_from <= :day and valid_to > :day)
                        """)
                .param("other", UUID.randomUUID())
                .param("unit", lost.unit())
                .param("state", lost.key())
                .param("day", DAY)
                .update();
        tell("org", at, counted);
        // There: a grade that its own service has and never told.
        Map<Key, Long> grades = counted("review", events, at);
        Key grade = grades.keySet().stream()
                .filter(key -> key.what().equals("grade"))
                .findFirst()
                .orElseThrow();
        grades.merge(grade, 1L, Long::sum);
        tell("review", at, grades);
        reconciling.round();

        Map<String, JsonNode> byProducer = new HashMap<>();
        page("operator", LIST)
                .path("items")
                .forEach(one -> byProducer.put(one.path("producer").asString(), one));

        JsonNode ofOrg = page("operator", differences(byProducer, "org"));
        assertThat(ofOrg.path("items").size())
                .as("of units that are in the register")
                .isEqualTo(1);
        assertThat(ofOrg.at("/items/0/unit").asString()).isEqualTo(lost.unit().toString());
        assertThat(ofOrg.at("/items/0/what").asString()
                        + ofOrg.at("/items/0/key").asString())
                .isEqualTo("member" + lost.key());
        assertThat(ofOrg.at("/items/0/counted").asLong()).isEqualTo(counted.get(lost));
        assertThat(ofOrg.at("/items/0/facts").asLong())
                .isEqualTo(ofOrg.at("/items/0/counted").asLong() - 1);
        assertThat(jdbc.sql("select differences from reporting.reconciliation where producer = 'org'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        JsonNode ofReview = page("operator", differences(byProducer, "review"));
        assertThat(ofReview.path("items").size()).isEqualTo(1);
        assertThat(ofReview.at("/items/0/unit").asString())
                .isEqualTo(grade.unit().toString());
        assertThat(ofReview.at("/items/0/facts").asLong())
                .isEqualTo(ofReview.at("/items/0/counted").asLong() - 1);
    }

    private static String differences(Map<String, JsonNode> byProducer, String producer) {
        return LIST + "/"
                + byProducer.getOrDefault(producer, JSON.nullNode()).path("id").asString() + "/differences";
    }

    @Test
    void nothingIsComparedBeforeEverythingHasCome() {
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, LocalDate.of(2004, 1, 1));
        feed.take(history.events());
        feed.watermark("org", history.now().minusSeconds(1));
        var lines = new LinkedHashMap<Key, Long>();
        lines.put(new Key(district, "unit", "DISTRICT"), 1L);
        lines.put(new Key(district, "member", "OFFICIAL"), 0L);
        List<ReceivedEvent> parts = parts("org", history.now(), lines);
        feed.take(parts.subList(0, 1));
        assertThat(reconciling.round()).as("a part is missing").isZero();
        feed.take(parts.subList(1, 2));
        assertThat(reconciling.round()).as("the watermark is behind").isZero();
        feed.watermark("org", history.now());
        assertThat(reconciling.round()).isEqualTo(1);
        assertThat(reconciling.round()).isZero();
    }

    @Test
    void onlyOnesOwnUnitsAreTold() {
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        LocalDate since = LocalDate.of(2004, 1, 1);
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, since);
        UUID one = history.unit("D.1", "GRASSROOTS", "PARTY_ORGANISATION", null, district, since);
        UUID other = history.unit("D.2", "GRASSROOTS", "PARTY_ORGANISATION", null, district, since);
        history.account("of-one", "REGISTER_ADMINISTRATOR", one);
        history.account("of-other", "REGISTER_ADMINISTRATOR", other);
        history.account("secretary", "SECRETARY", district);
        history.account("inspector", "INSPECTION_OFFICER", district);
        feed.all(history);
        tell("discipline", history.now(), Map.of(new Key(one, "decision", "WARNING"), 1L));
        reconciling.round();

        assertThat(page("of-one", LIST).at("/items/0/differences").asInt()).isEqualTo(1);
        JsonNode elsewhere = page("of-other", LIST);
        assertThat(elsewhere.at("/items/0/differences").asInt()).isZero();
        String path = LIST + "/" + elsewhere.at("/items/0/id").asString() + "/differences";
        assertThat(page("of-other", path).path("items").size()).isZero();
        assertThat(page("of-one", path).at("/items/0/code").asString()).isEqualTo("D.1");
        assertThat(page("of-one", path).at("/items/0/counted").isNull())
                .as("of cases the administrator is told that it differs")
                .isTrue();
        assertThat(page("inspector", path).at("/items/0/counted").asLong()).isEqualTo(1);
        assertThat(page("inspector", path).at("/items/0/facts").asLong()).isZero();
        assertThat(asking.get("secretary", LIST).getStatus()).isEqualTo(403);
        assertThat(asking.get("of-one", LIST + "/" + UUID.randomUUID() + "/differences")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aRegisterOfAHundredThousandIsComparedInSeconds() {
        jdbc.sql("""
                        insert into reporting.membership (aggregate_id, version, n, recorded_from, recorded_to, unit_id, valid_from, valid_to,
                                                          state, exempt, suspended)
                        select gen_random_uuid(), 1, 0, '2020-01-01Z', 'infinity', ('00000000-0000-7000-8000-' || lpad((n % 4000)::text, 12, '0'))::uuid,
                               '2010-01-01', 'infinity', case when n % 20 = 0 then 'PROBATIONARY' else 'OFFICIAL' end, n % 50 = 0, false
                          from generate_series(1, 100000) n
                        """).update();
        Instant at = Instant.parse("2022-01-01T00:00:00Z");
        feed.watermark(at);
        Map<Key, Long> lines = new TreeMap<>(java.util.Comparator.comparing(Key::toString));
        jdbc.sql("""
                        select unit_id, 'member' as what, state as key, count(*) from reporting.membership group by unit_id, state
                        union all
                        select unit_id, 'member-exempt', state, count(*) from reporting.membership where exempt group by unit_id, state
                        """)
                .query((row, _) -> lines.put(
                        new Key(row.getObject(1, UUID.class), row.getString(2), row.getString(3)), row.getLong(4)))
                .list();
        long begin = System.nanoTime();
        tell("org", at, lines);
        assertThat(reconciling.round()).isEqualTo(1);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("100000 members, %d lines: taken and compared in %d ms%n", lines.size(), taken.toMillis());
        assertThat(taken).isLessThan(Duration.ofSeconds(20));
        assertThat(jdbc.sql("select differences from reporting.reconciliation")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void everyMetricThatAnAlertNamesIsThere() throws Exception {
        String alerts = Files.readString(
                Path.of(System.getProperty("tusoi.root", "..")).resolve("infra/prometheus/alerts.yaml"));
        assertThat(alerts).contains("tusoi_reconciliation_differences)", "tusoi_reconciliation_age_seconds)");
        for (String producer : List.of("org", "review", "discipline")) {
            assertThat(meters.get("tusoi.reconciliation.differences")
                            .tag("producer", producer)
                            .gauge()
                            .value())
                    .isZero();
            assertThat(meters.get("tusoi.reconciliation.age")
                            .tag("producer", producer)
                            .gauge()
                            .getId()
                            .getBaseUnit())
                    .as("which Prometheus gets as the end of the name")
                    .isEqualTo("seconds");
        }
    }

    /** As the service itself would: from the newest picture of each aggregate, as of then. */
    private static Map<Key, Long> counted(String producer, List<ReceivedEvent> events, Instant at) {
        Map<UUID, ReceivedEvent> newest = new HashMap<>();
        events.stream()
                .filter(event -> event.type().startsWith(producer + ".")
                        && !event.recordedAt().isAfter(at))
                .forEach(event -> newest.merge(
                        event.aggregateId(), event, (one, other) -> one.version() > other.version() ? one : other));
        Map<Key, Long> counted = new HashMap<>();
        newest.values().forEach(event -> count(event.data(), counted));
        return counted;
    }

    private static void count(JsonNode data, Map<Key, Long> counted) {
        if (data.has("memberId") && data.has("slices")) {
            data.path("slices").valueStream().filter(ReconciliationTest::holds).forEach(slice -> {
                add(counted, slice, "homeUnitId", "member", slice.path("state").asString());
                if (slice.path("exempt").asBoolean()) {
                    add(
                            counted,
                            slice,
                            "homeUnitId",
                            "member-exempt",
                            slice.path("state").asString());
                }
                if (slice.path("suspended").asBoolean()) {
                    add(
                            counted,
                            slice,
                            "homeUnitId",
                            "member-suspended",
                            slice.path("state").asString());
                }
            });
        } else if (data.has("slices") && data.has("code")) {
            data.path("slices").valueStream().filter(ReconciliationTest::holds).forEach(slice -> {
                boolean isRoot = !slice.hasNonNull("parentId");
                add(
                        counted,
                        isRoot ? data : slice,
                        isRoot ? "unitId" : "parentId",
                        "unit",
                        slice.path("level").asString());
            });
        } else if (data.has("reviewId")) {
            countReview(data, counted);
        } else if (data.has("targetId")) {
            countTarget(data, counted);
        } else if (data.has("caseId") && data.hasNonNull("decision")) {
            String annulled = data.hasNonNull("annulledOn") ? " ANNULLED" : "";
            boolean isCase = data.has("subjectType");
            add(
                    counted,
                    data,
                    "unitId",
                    isCase ? "decision" : "removal",
                    (isCase ? data.path("decision").path("form") : data.path("kind")).asString() + annulled);
        }
    }

    private static void countTarget(JsonNode data, Map<Key, Long> counted) {
        if (!data.path("cancelled").asBoolean(false)) {
            String year = data.path("to").asString().substring(0, 4);
            add(counted, data, "unitId", "target", year);
            data.path("results")
                    .valueStream()
                    .map(result -> result.path("achieved").asBoolean() ? " ACHIEVED" : " MISSED")
                    .forEach(how -> add(counted, data, "unitId", "target-result", year + how));
        }
    }

    private static void countReview(JsonNode data, Map<Key, Long> counted) {
        String kind = data.path("year").asInt() + " " + data.path("subjectType").asString();
        boolean isExcluded = data.hasNonNull("excludedReason");
        add(counted, data, "unitId", "review", kind + (isExcluded ? " EXCLUDED" : " OBLIGED"));
        if (isExcluded) {
            return;
        }
        if (data.hasNonNull("selfReviewedOn")) {
            add(counted, data, "unitId", "self-review", kind);
        }
        data.path("grades")
                .valueStream()
                .max(java.util.Comparator.comparingInt(
                        grade -> grade.path("revision").asInt()))
                .ifPresent(grade -> add(
                        counted,
                        data,
                        "unitId",
                        "grade",
                        kind + " " + grade.path("grade").asString()));
    }

    private static boolean holds(JsonNode slice) {
        return !LocalDate.parse(slice.path("validFrom").asString()).isAfter(DAY)
                && (!slice.hasNonNull("validTo")
                        || LocalDate.parse(slice.path("validTo").asString()).isAfter(DAY));
    }

    private static void add(Map<Key, Long> counted, JsonNode data, String unit, String what, String key) {
        counted.merge(new Key(UUID.fromString(data.path(unit).asString()), what, key), 1L, Long::sum);
    }

    private void tell(String producer, Instant at, Map<Key, Long> lines) {
        feed.take(parts(producer, at, lines));
    }

    /** In two parts, or one where there is only one line. */
    private static List<ReceivedEvent> parts(String producer, Instant at, Map<Key, Long> lines) {
        UUID counting = Ids.next();
        List<Map<String, Object>> all = new ArrayList<>();
        lines.forEach((key, number) -> all.add(
                Map.of("unitId", key.unit().toString(), "what", key.what(), "key", key.key(), "number", number)));
        int half = (all.size() + 1) / 2;
        int chunks = all.size() > 1 ? 2 : 1;
        List<ReceivedEvent> parts = new ArrayList<>();
        for (int chunk = 1; chunk <= chunks; chunk++) {
            Map<String, Object> data = Map.of(
                    "countingId",
                    counting.toString(),
                    "countedAt",
                    at.toString(),
                    "onDay",
                    DAY.toString(),
                    "chunk",
                    chunk,
                    "chunks",
                    chunks,
                    "lines",
                    chunk == 1 ? all.subList(0, half) : all.subList(half, all.size()));
            parts.add(new ReceivedEvent(
                    producer + ".events",
                    0,
                    0,
                    producer + ".books-counted.v1",
                    UUID.randomUUID(),
                    1,
                    at.plusSeconds(1),
                    UUID.randomUUID(),
                    JSON.valueToTree(data)));
        }
        return parts;
    }

    private JsonNode page(String subject, String path) {
        var response = asking.get(subject, path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return JSON.readTree(response.getContentAsByteArray());
    }
}
