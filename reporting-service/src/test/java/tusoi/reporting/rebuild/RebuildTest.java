package tusoi.reporting.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.inbox.ShadowInbox;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.outbox.Watermark;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.Asking;
import tusoi.reporting.RandomHistory;
import tusoi.reporting.sums.Sealing;
import tusoi.testkit.Servers;
import tusoi.testkit.ServiceProperties;
import tusoi.testkit.TestKafka;

/** Over a real broker and a real database: built beside, compared, exchanged. */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ServiceProperties.class)
@Import(Asking.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildTest {
    private static final List<String> PRODUCERS = List.of("org", "review", "discipline");
    private static final String REBUILD = "/api/reporting/v1/rebuild";
    private static final String HASH = "/api/reporting/v1/facts/hash";
    private static final String READINESS = "/actuator/health/readiness";
    private static final int PARTITIONS = 12;

    @Autowired
    private Asking asking;

    @Autowired
    private Watermarks watermarks;

    @Autowired
    @Loader
    private JdbcClient jdbc;

    @Autowired
    @Loader
    private DataSource loader;

    @Autowired
    private List<Projection> projections;

    @Autowired
    private ShadowInbox shadow;

    @Autowired
    private Sealing sums;

    @Autowired
    @Loader
    private TransactionOperations transaction;

    private static final List<ReceivedEvent> EVENTS =
            RandomHistory.of(new Random(7)).events();
    private static final int FIRST = EVENTS.size() / 2;
    private static final String QUERY =
            "unit=D&indicators=member.count,member.admitted,review.units-completed&by=unit&to=2021-12-31&knownAt="
                    + EVENTS.get(FIRST - 1).recordedAt();
    private static final TestKafka KAFKA = Servers.kafka();

    @Test
    @Order(1)
    void whileEventsComeInFiguresAreTheSameAndTheShadowEndsEqual() throws Exception {
        topics(KAFKA);
        send(KAFKA, EVENTS.subList(0, FIRST));
        sendWatermarks(KAFKA, EVENTS.get(FIRST - 1).recordedAt());
        reaches(EVENTS.get(FIRST - 1).recordedAt());
        String before = asking.body("admin", QUERY);

        assertThat(asking.post("operator", REBUILD).getStatus()).isEqualTo(202);

        int step = (EVENTS.size() - FIRST) / 5 + 1;
        for (int from = FIRST; from < EVENTS.size(); from += step) {
            int to = Math.min(EVENTS.size(), from + step);
            send(KAFKA, EVENTS.subList(from, to));
            sendWatermarks(KAFKA, EVENTS.get(to - 1).recordedAt());
            assertThat(asking.body("admin", QUERY)).isEqualTo(before);
            assertThat(asking.get("operator", READINESS).getStatus()).isEqualTo(200);
        }
        JsonNode ended = ends();
        assertThat(ended.path("state").asString()).isEqualTo("EQUAL");
        assertThat(ended.path("liveSha256").asString())
                .isEqualTo(ended.path("rebuiltSha256").asString());
        assertThat(ended.path("differences").size()).isZero();
        assertThat(asking.body("admin", QUERY)).isEqualTo(before);
        assertThat(schemas()).as("nothing is left of it").isEmpty();
    }

    @Test
    @Order(2)
    void aFalsifiedFactIsFoundShownAndMendedByTheSwitch() throws Exception {
        reaches(EVENTS.getLast().recordedAt());
        String hash = hash();
        String before = asking.body("admin", QUERY);
        Map<String, Object> row = falsified();
        UUID letter = letter("org.member-registered.v1");
        UUID ofBooks = letter("org.books-counted.v1");
        transaction.executeWithoutResult(_ -> sums.forget());
        assertThat(asking.body("admin", QUERY)).as("the figure is wrong now").isNotEqualTo(before);

        assertThat(asking.post("operator", REBUILD).getStatus()).isEqualTo(202);
        assertThat(asking.post("operator", REBUILD).getStatus())
                .as("two at once")
                .isEqualTo(409);
        JsonNode found = becomes("DIFFERENT");

        JsonNode difference = found.path("differences").path(0);
        assertThat(found.path("differences").size()).isEqualTo(1);
        assertThat(difference.path("table").asString()).isEqualTo("reporting.membership");
        assertThat(difference.at("/examples/0/aggregate").asString())
                .isEqualTo(String.valueOf(row.get("aggregate_id")));
        assertThat(difference.at("/examples/0/unit").asString()).isEqualTo(String.valueOf(row.get("unit_id")));
        assertThat(difference.at("/examples/0/kind").asString()).isEqualTo("CHANGED");
        assertThat(difference.at("/examples/0/columns").toString()).isEqualTo("[\"valid_to\"]");
        assertThat(found.path("eventsRead").asLong())
                .isEqualTo(found.path("eventsOf").asLong())
                .isPositive();
        assertThat(catalogue("shadow_")).isEqualTo(catalogue(""));
        assertThat(jdbc.sql(
                                "select distinct action from platform.audit_entry where subject_type = 'rebuild' order by action")
                        .query(String.class)
                        .list())
                .contains("reporting.rebuild", "reporting.rebuild-differences");

        aSwitchThatMeetsAnOlderTransactionChangesNothing();
        String wrong = asking.body("admin", QUERY);
        assertThat(answersWhile(() -> assertThat(
                                asking.post("operator", REBUILD + "/switch").getStatus())
                        .isEqualTo(200)))
                .as("none of both")
                .isSubsetOf(wrong, before, "503")
                .contains(before);

        assertThat(ends().path("state").asString()).isEqualTo("SWITCHED");
        assertThat(inOneTransaction("reporting.rebuild-switched"))
                .as("who switched, of the one that was and none of the one that was not")
                .containsExactly(true);
        assertThat(hash()).isEqualTo(hash);
        assertThat(asking.body("admin", QUERY)).isEqualTo(before);
        await().atMost(Duration.ofSeconds(10)).until(() -> schemas().isEmpty());
        assertThat(asking.post("operator", REBUILD + "/switch").getStatus()).isEqualTo(409);
        goesOn(letter, ofBooks);
    }

    /** Whether each row of the trail was written by the transaction that ended the rebuild. */
    private List<Boolean> inOneTransaction(String action) {
        return jdbc.sql("""
                        select entry.xmin = run.xmin and entry.actor = run.ended_by
                          from platform.audit_entry entry join reporting.rebuild_run run on run.id = entry.subject_id
                         where entry.action = :action
                        """).param("action", action).query(Boolean.class).list();
    }

    /** Of a record that could not be taken, as the program was then. */
    private UUID letter(String type) {
        return jdbc.sql("""
                        insert into platform.dead_letter
                               (topic, part, record_offset, producer, headers, digest, reason, held_through)
                        values ('org.events', 0, 0, 'org', jsonb_build_object('ce_type', :type), sha256(convert_to(:type, 'UTF8')),
                                'Not applied: a fault of then', '2100-01-01')
                        returning letter_id
                        """).param("type", type).query(UUID.class).single();
    }

    /** What was answered from before it begins until after its end: bodies, and states of what was none. */
    private Set<String> answersWhile(Runnable work) throws Exception {
        Set<String> answers = ConcurrentHashMap.newKeySet();
        var ended = new AtomicBoolean();
        try (var asker = Executors.newSingleThreadExecutor()) {
            Future<?> asks = asker.submit(() -> {
                boolean last;
                do {
                    last = ended.get();
                    var answer = asking.get("admin", "/api/reporting/v1/figures?" + QUERY);
                    answers.add(
                            answer.getStatus() == 200
                                    ? new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)
                                    : String.valueOf(answer.getStatus()));
                } while (!last);
            });
            try {
                await().atMost(Duration.ofSeconds(10)).until(() -> !answers.isEmpty());
                work.run();
            } finally {
                ended.set(true);
            }
            asks.get();
        }
        return answers;
    }

    /** One member ends a day after having begun; what was summed before that is summed again. */
    private Map<String, Object> falsified() {
        return jdbc.sql("""
                        update reporting.membership set valid_to = valid_from + 1
                         where ctid = (select min(ctid) from reporting.membership
                                        where valid_from < '2021-01-01' and valid_to > '2022-01-01'
                                          and recorded_from <= :at and recorded_to > :at)
                        returning aggregate_id, unit_id
                        """)
                .param("at", EVENTS.get(FIRST - 1).recordedAt().atOffset(ZoneOffset.UTC))
                .query()
                .singleRow();
    }

    /** As an export would, which reads what was there when it began. */
    private void aSwitchThatMeetsAnOlderTransactionChangesNothing() throws Exception {
        String wrong = asking.body("admin", QUERY);
        try (var connection = loader.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute("select 1");
                assertThat(asking.post("operator", REBUILD + "/switch").getStatus())
                        .isEqualTo(503);
                statement.execute("select count(*) from reporting.membership");
            }
            connection.rollback();
        }
        assertThat(rebuild().path("state").asString()).isEqualTo("DIFFERENT");
        assertThat(asking.body("admin", QUERY)).isEqualTo(wrong);
    }

    /** The inbox reads on; the letter is closed, and says by what, but not one of what no fact is made of. */
    private void goesOn(UUID letter, UUID ofBooks) throws Exception {
        Instant later = EVENTS.getLast().recordedAt().plusSeconds(60);
        sendWatermarks(KAFKA, later);
        reaches(later);
        assertThat(jdbc.sql("select letter_id from platform.dead_letter")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(letter, ofBooks);
        JsonNode closed = JsonMapper.shared()
                .readTree(asking.get("operator", "/api/reporting/v1/dead-letters/" + letter)
                        .getContentAsByteArray());
        assertThat(closed.at("/letter/state").asString()).isEqualTo("REPLAYED");
        assertThat(closed.at("/history/1/told").asString()).isEqualTo("A rebuild took it");
        assertThat(jdbc.sql("delete from platform.dead_letter where mended_at is null returning letter_id")
                        .query(UUID.class)
                        .list())
                .as("left open")
                .containsExactly(ofBooks);
    }

    @Test
    @Order(3)
    void aRowThatNobodyToldAndOneThatIsMissingAreFoundInTheTreeToo() throws Exception {
        String hash = hash();
        jdbc.sql("delete from scope.link where ctid = (select min(ctid) from scope.link where parent_id is not null)")
                .update();
        jdbc.sql(
                        "insert into reporting.version (aggregate_id, version, recorded_from) values (gen_random_uuid(), 1, '2020-01-01Z')")
                .update();

        asking.post("operator", REBUILD);
        JsonNode found = becomes("DIFFERENT");

        assertThat(found.path("differences")
                        .valueStream()
                        .map(one -> one.path("table").asString() + " "
                                + one.path("rows").asInt() + " "
                                + one.at("/examples/0/kind").asString()))
                .containsExactly("reporting.version 1 ONLY_LIVE", "scope.link 1 ONLY_REBUILT");
        assertThat(asking.post("operator", REBUILD + "/switch").getStatus()).isEqualTo(200);
        asking.post("operator", REBUILD);
        assertThat(ends().path("state").asString()).isEqualTo("EQUAL");
        assertThat(hash()).isEqualTo(hash);
    }

    @Test
    @Order(4)
    void whoeverReadsForTheShadowMayDieAndAnotherGoesOn() throws Exception {
        String hash = hash();
        jdbc.sql("delete from reporting.movement").update();
        asking.post("operator", REBUILD);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            jdbc.sql("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                             where pid <> pg_backend_pid() and usename = current_user and application_name like '%leader'
                            """).query().listOfRows();
            return rebuild().path("eventsRead").asLong() > 0;
        });
        becomes("DIFFERENT");
        assertThat(asking.post("operator", REBUILD + "/deletion").getStatus()).isEqualTo(200);
        assertThat(ends().path("state").asString()).isEqualTo("DROPPED");
        assertThat(schemas()).isEmpty();
        assertThat(hash())
                .as("an operator who throws it away keeps what there was")
                .isNotEqualTo(hash);
        asking.post("operator", REBUILD);
        becomes("DIFFERENT");
        assertThat(asking.post("operator", REBUILD + "/switch").getStatus()).isEqualTo(200);
        assertThat(hash()).isEqualTo(hash);
    }

    @Test
    @Order(5)
    void aShadowOfOtherTablesIsGivenUp() {
        jdbc.sql("delete from reporting.movement").update();
        asking.post("operator", REBUILD);
        becomes("DIFFERENT");
        jdbc.sql("update reporting.rebuild_run set migrations = 'former' where ended_at is null")
                .update();
        jdbc.sql("delete from shadow_platform.inbox_position").update(); // its reader looks again
        assertThat(ends().path("state").asString()).isEqualTo("ABANDONED");
        await().atMost(Duration.ofSeconds(10)).until(() -> schemas().isEmpty());
    }

    @Test
    @Order(6)
    void whatACrashEmptiesIsFilledAnewAndFinishedOnlyWhereItDiffers() throws Exception {
        try (var owner = Servers.postgres()
                        .connect(jdbc.sql("select current_database()")
                                .query(String.class)
                                .single());
                var statement = owner.createStatement()) {
            statement.execute(
                    "insert into platform.inbox_watermark values ('nobody', now())"); // nothing is compared until it is
            // gone
            asking.post("operator", REBUILD);
            await().atMost(Duration.ofSeconds(30)).until(this::isAllRead);
            List<String> unlogged = jdbc.sql("""
                            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                             where n.nspname like 'shadow%' and c.relkind = 'r' and c.relpersistence = 'u'
                             order by c.relname <> 'inbox_position', 1
                            """).query(String.class).list();
            assertThat(unlogged)
                    .contains(
                            "shadow_platform.inbox_position", "shadow_platform.inbox_seen", "shadow_scope.unit_record")
                    .contains(
                            "shadow_reporting.membership",
                            "shadow_reporting.version",
                            "shadow_platform.inbox_watermark");
            assertThat(jdbc.sql("""
                                    select count(*) from pg_index i join pg_class c on c.oid = i.indrelid
                                     where c.relnamespace = 'shadow_reporting'::regnamespace and not i.indisprimary
                                    """).query(Integer.class).single())
                    .as("indexes of facts that may serve nobody")
                    .isZero();

            statement.execute(
                    "truncate " + String.join(", ", unlogged)); // as PostgreSQL does when it starts after a crash
            statement.execute("delete from platform.inbox_watermark where producer = 'nobody'");
        }
        JsonNode found = becomes("DIFFERENT");

        assertThat(found.path("differences").valueStream().map(one -> one.path("table")
                        .asString()))
                .containsExactly("reporting.movement");
        assertThat(catalogue("shadow_")).isEqualTo(catalogue(""));
        assertThat(asking.post("operator", REBUILD + "/switch").getStatus()).isEqualTo(200);
        asking.post("operator", REBUILD);
        assertThat(ends().path("state").asString()).isEqualTo("EQUAL");
    }

    private boolean isAllRead() {
        JsonNode run = rebuild();
        return run.path("eventsRead").asLong() > 0
                && run.path("eventsRead").asLong() == run.path("eventsOf").asLong();
    }

    @Test
    void theShadowTakesWhatTheInboxTakes() {
        assertThat(shadow.types())
                .as("counts are compared with facts and are none")
                .isEqualTo(projections.stream()
                        .flatMap(projection -> projection.types().stream())
                        .filter(type -> !type.endsWith(".books-counted.v1"))
                        .collect(Collectors.toSet()));
    }

    /** Of every table that is built beside: columns, keys, checks, indexes, settings, grants; and who may enter the schema. */
    private List<String> catalogue(String prefix) {
        return jdbc.sql("""
                        with made as (
                            select c.oid, c.relname, substr(n.nspname, :skipped) as home, c.relrowsecurity, c.reloptions, c.relpersistence,
                                   (select array_agg(a::text order by a::text) from unnest(c.relacl) a) as grants, c.relowner
                              from pg_class c join pg_namespace n on n.oid = c.relnamespace
                             where c.relkind = 'r' and n.nspname in (:prefix || 'platform', :prefix || 'scope', :prefix || 'reporting')
                               and exists (select from pg_class s join pg_namespace sn on sn.oid = s.relnamespace
                                            where s.relname = c.relname and sn.nspname = 'shadow_' || substr(n.nspname, :skipped))
                        ), told as (
                            select concat_ws(' ', home, relname, relrowsecurity, relpersistence, reloptions, grants, relowner::regrole,
                                             (select count(*) from pg_policy p where polrelid = made.oid))
                              from made
                            union all
                            select concat_ws(' ', home, relname, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
                                             attgenerated, attstorage, attcollation, pg_get_expr(d.adbin, d.adrelid))
                              from made join pg_attribute on attrelid = made.oid and attnum > 0 and not attisdropped
                              left join pg_attrdef d on d.adrelid = made.oid and d.adnum = attnum
                            union all
                            select concat_ws(' ', home, relname, conname, contype, replace(pg_get_constraintdef(c.oid), :prefix, ''))
                              from made join pg_constraint c on conrelid = made.oid
                            union all
                            select concat_ws(' ', home, relname, replace(pg_get_indexdef(indexrelid), :prefix, ''))
                              from made join pg_index on indrelid = made.oid
                        )
                        select * from told t(line) order by 1
                        """)
                .param("prefix", prefix)
                .param("skipped", prefix.length() + 1)
                .query(String.class)
                .list();
    }

    private List<String> schemas() {
        return jdbc.sql("select nspname from pg_namespace where nspname like 'shadow%' or nspname like 'former%'")
                .query(String.class)
                .list();
    }

    private JsonNode rebuild() {
        var response = asking.get("operator", REBUILD);
        assertThat(response.getStatus()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    private JsonNode becomes(String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rebuild().path("state").asString().equals(state));
        return rebuild();
    }

    private JsonNode ends() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !rebuild().path("endedAt").isNull());
        return rebuild();
    }

    private String hash() {
        var response = asking.get("operator", HASH);
        assertThat(response.getStatus()).isEqualTo(200);
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void reaches(Instant watermark) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !watermarks.completeThrough().isBefore(watermark));
    }

    private static void topics(TestKafka kafka) throws Exception {
        try (var admin = kafka.admin()) {
            var wanted = Stream.concat(
                            PRODUCERS.stream()
                                    .map(producer -> new NewTopic(producer + ".events", PARTITIONS, (short) 1)),
                            Stream.of(new NewTopic("watermarks", 1, (short) 1)))
                    .toList();
            for (var created : admin.createTopics(wanted).values().values()) {
                try {
                    created.get(10, SECONDS);
                } catch (java.util.concurrent.ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    private static void send(TestKafka kafka, List<ReceivedEvent> events) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrap(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (ReceivedEvent event : events) {
                String key = event.type().startsWith("org.unit-")
                        ? "tree"
                        : event.aggregateId().toString();
                var message =
                        new ProducerRecord<>(event.topic(), key, event.data().toString());
                header(message, "ce_specversion", "1.0");
                header(message, "ce_id", UUID.randomUUID().toString());
                header(message, "ce_type", event.type());
                header(message, "ce_time", event.recordedAt().toString());
                header(message, "ce_subject", event.aggregateId().toString());
                header(message, "ce_aggregateversion", Long.toString(event.version()));
                header(message, "ce_actor", event.actor().toString());
                sent.add(producer.send(message));
            }
            for (Future<?> one : sent) {
                one.get(60, SECONDS);
            }
        }
    }

    private static void header(ProducerRecord<String, String> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void sendWatermarks(TestKafka kafka, Instant completeThrough) throws Exception {
        try (var admin = kafka.admin();
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (String name : PRODUCERS) {
                String topic = name + ".events";
                var ends = new TreeMap<Integer, Long>();
                for (int part = 0; part < PARTITIONS; part++) {
                    var asked = new TopicPartition(topic, part);
                    ends.put(
                            part,
                            admin.listOffsets(Map.of(asked, OffsetSpec.latest()))
                                    .partitionResult(asked)
                                    .get(10, SECONDS)
                                    .offset());
                }
                String topicId = admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get(10, SECONDS)
                        .values()
                        .iterator()
                        .next()
                        .topicId()
                        .toString();
                var watermark = new Watermark(completeThrough, Map.of(topic, ends), Map.of(topic, topicId));
                producer.send(new ProducerRecord<>(
                                "watermarks", name, JsonMapper.shared().writeValueAsString(watermark)))
                        .get(10, SECONDS);
            }
        }
    }
}
