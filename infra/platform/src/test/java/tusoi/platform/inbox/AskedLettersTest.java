package tusoi.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.outbox.KafkaSettings;
import tusoi.platform.persistence.Copies;
import tusoi.platform.persistence.DataHalf;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.security.ActorIds;
import tusoi.testkit.Servers;

/** One round at a time of what was asked for, each in a transaction that is rolled back: the inbox that runs here sees none of it. */
class AskedLettersTest {
    /** No topic can have that name: what goes there cannot be sent. */
    private static final String NOWHERE = "no such topic!";

    private static Desk desk;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static DeadLetterRows letters;
    private static LetterAsks asks;

    @BeforeAll
    static void start() {
        desk = new Desk(DataHalf.of("round", Desk.Beans.class)
                .with("tusoi.inbox.topics", "round.events")
                .with("TUSOI_KAFKA", Servers.kafka().bootstrap())
                .start());
        jdbc = desk.jdbc();
        transaction = desk.context().getBean("loaderTransactionTemplate", TransactionTemplate.class);
        letters = new DeadLetterRows(jdbc);
        asks = new LetterAsks(jdbc, Set.of("shop.order-placed.v1", "review.review-decided.v1"));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void anotherServicesMendThatWouldNotDoLeavesWhatWasAskedHereToBeDone() {
        unseen(() -> {
            var original = record("shop.events", "{\"pieces\":1}");
            var letter = letter(original);
            asks.replay(letter, ActorIds.SYSTEM, "fixed here");
            mendComes(original, "back");
            assertThat(asked(letter)).as("the replay is still to be done").isTrue();
            assertThat(steps(letter)).containsExactly("REPLAY_ASKED fixed here", "FAILED back");
        });
    }

    @Test
    void theMendThatWasAskedForHereIsAnsweredWhenItComesBackAndWouldNotDo() {
        unseen(() -> {
            var original = record("shop.events", "{\"pieces\":1}");
            var letter = letter(original);
            asks.mend(letter, event(Instant.now()), bytes("{\"pieces\":2}"), ActorIds.SYSTEM, "this way");
            mendComes(original, "round");
            assertThat(asked(letter))
                    .as("an earlier one came again before this one was sent")
                    .isTrue();
            jdbc.sql("update platform.dead_letter_asked set sent_at = clock_timestamp()")
                    .update();
            mendComes(original, "back");
            assertThat(asked(letter)).isTrue();
            mendComes(original, "round");
            assertThat(asked(letter)).isFalse();
        });
    }

    @Test
    void whatIsAskedOfALetterThatIsGoneEndsWithAStepThatSaysSo() {
        unseen(() -> {
            var replayed = letter(record("shop.events", "{\"pieces\":1}"));
            var mended = letter(record("shop.events", "{\"pieces\":2}"));
            asks.replay(replayed, ActorIds.SYSTEM, "fixed");
            asks.leaveOut(mended, ActorIds.SYSTEM, "no order");
            jdbc.sql("select platform.reset_inbox()")
                    .query((row, number) -> true)
                    .list();
            round();
            assertThat(asked(replayed)).isFalse();
            assertThat(asked(mended)).isFalse();
            var ended = "FAILED Not done: the letter was no longer open here when its turn came";
            assertThat(steps(replayed)).containsExactly("REPLAY_ASKED fixed", ended);
            assertThat(steps(mended)).containsExactly("LEAVE_OUT_ASKED no order", ended);
        });
    }

    /** As after an erasure: the topic no longer has the value, so nothing comes when it is read again. */
    @Test
    void aValueThatComesNoMoreIsLeftOutHereAlone() {
        unseen(() -> {
            var erased = record(NOWHERE, "{\"name\":\"B\"}");
            letters.addLatest(erased, "java.lang.IllegalStateException");
            var letter = letters.letterOf(erased).orElseThrow();
            asks.leaveOut(letter, ActorIds.SYSTEM, "erased");
            round();
            assertThat(letters.openOf(letter)).isEmpty();
            assertThat(asked(letter)).isFalse();
            assertThat(steps(letter)).containsExactly("LEAVE_OUT_ASKED erased", "LEFT_OUT null");
            assertThat(closedAs(letter)).isEqualTo("LEFT_OUT");
            assertThat(jdbc.sql("select count(*) from platform.mend")
                            .query(Long.class)
                            .single())
                    .isZero();
        });
    }

    @Test
    void mendsThatCannotBeSentDelayNoReplayAndAreTriedOneARound() {
        unseen(() -> {
            IntStream.range(0, 25).forEach(number -> {
                var stuck = letter(record(NOWHERE, "{\"pieces\":%d}".formatted(number)));
                asks.leaveOut(stuck, ActorIds.SYSTEM, "");
            });
            var replayed = letter(record("shop.events", "no event"));
            asks.replay(replayed, ActorIds.SYSTEM, "last");
            round();
            assertThat(asked(replayed)).isFalse();
            assertThat(steps(replayed)).hasSize(2);
            assertThat(tried()).isEqualTo(1);
            round();
            assertThat(tried()).as("the first waits, the next has its turn").isEqualTo(2);
        });
    }

    @Test
    void aMendOfWhatDoesNotTellItsTimeIsAskedForWithAPlausibleOne() {
        unseen(() -> {
            var letter = letter(record("shop.events", "no event"));
            var sent = bytes("{\"pieces\":2}");
            var toCome = event(Instant.now().plus(Duration.ofHours(1)));
            assertThatThrownBy(() -> asks.mend(letter, toCome, sent, ActorIds.SYSTEM, ""))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.place())
                            .isEqualTo("headers.ce_time"));
            assertThat(asked(letter)).isFalse();
            asks.mend(letter, event(Instant.now().minus(Duration.ofHours(1))), sent, ActorIds.SYSTEM, "");
            assertThat(asked(letter)).isTrue();
        });
    }

    @Test
    void aMendOfWhatDoesNotTellItsTypeIsOfOneThatItsTopicCarries() {
        unseen(() -> {
            var letter = letter(record("shop.events", "no event"));
            for (var other : List.of("review.review-decided.v1", "shop.order-lost.v1")) {
                var headers = event(Instant.now());
                headers.put("ce_type", other);
                assertThatThrownBy(() -> asks.mend(letter, headers, bytes("{}"), ActorIds.SYSTEM, ""))
                        .isInstanceOfSatisfying(ProblemException.class, problem -> {
                            assertThat(problem.code()).isEqualTo("not-of-this-topic");
                            assertThat(problem.place()).isEqualTo("headers.ce_type");
                        });
            }
            assertThat(asked(letter)).isFalse();
        });
    }

    /** What the database would refuse would stop the inbox for good. */
    @Test
    void aRecordThatTheDatabaseCouldNotKeepAsItIsIsALetterStill() {
        unseen(() -> {
            var headers = Map.of("ce_subject", "a\0b", "ce_time", "+500000-01-01T00:00:00Z");
            var odd = Incoming.of("shop.events", 0, 7, "k\0", headers, bytes("{}"), null);
            letters.add(odd, "Unreadable: Invalid UUID string: a\0b \ud83d");
            var letter = letters.openOf(letters.letterOf(odd).orElseThrow()).getFirst();
            assertThat(letter.key()).isEqualTo("k\ufffd");
            assertThat(letter.headers()).containsEntry("ce_subject", "a\ufffdb");
            assertThat(letter.reason()).isEqualTo("Unreadable: Invalid UUID string: a\ufffdb \ufffd");
        });
    }

    private static void unseen(Runnable what) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            what.run();
        });
    }

    private static void round() {
        var kafka = desk.context().getBean(KafkaSettings.class);
        new AskedLetters(
                        jdbc,
                        transaction,
                        new Mends(jdbc),
                        new MendTopics(kafka, "round"),
                        "round",
                        Set.of(),
                        AskedLettersTest::intake,
                        new SimpleMeterRegistry())
                .run(() -> {});
    }

    private static Intake intake(Burials burials) {
        var copies = desk.context().getBean(Copies.class);
        return new Intake(List.of(), new SeenEvents(jdbc, copies, transaction), burials, transaction);
    }

    /** One that cannot be read. */
    private static void mendComes(Incoming original, String from) {
        var headers = Map.of(
                Mend.TOPIC,
                original.topic(),
                Mend.PARTITION,
                "0",
                Mend.OFFSET,
                "7",
                Mend.DIGEST,
                HexFormat.of().formatHex(Digests.ofRecord(original)),
                Mend.SERVICE,
                from);
        var mend = Incoming.of(original.topic() + Mend.TOPIC_SUFFIX, 0, 0, "k", headers, bytes("{}"), null);
        new MendIntake(
                        new Mends(jdbc),
                        intake(letters),
                        letters,
                        LetterTrail.in(jdbc),
                        "round",
                        Set.of(original.topic()))
                .take(List.of(mend), new Tally());
    }

    private static Incoming record(String topic, String payload) {
        return Incoming.of(topic, 0, 7, "k", Map.of(), bytes(payload), null);
    }

    private static UUID letter(Incoming record) {
        letters.add(record, "Unreadable: it");
        return letters.letterOf(record).orElseThrow();
    }

    private static Map<String, String> event(Instant recordedAt) {
        var headers = new HashMap<>(Map.of("ce_type", "shop.order-placed.v1", "ce_aggregateversion", "1"));
        headers.put("ce_subject", UUID.randomUUID().toString());
        headers.put("ce_actor", ActorIds.SYSTEM.toString());
        headers.put("ce_time", recordedAt.toString());
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean asked(UUID letter) {
        return jdbc.sql("select exists (select from platform.dead_letter_asked where letter_id = ?)")
                .param(letter)
                .query(Boolean.class)
                .single();
    }

    private static long tried() {
        return jdbc.sql("select count(*) from platform.dead_letter_asked where sent_at is not null")
                .query(Long.class)
                .single();
    }

    private static String closedAs(UUID letter) {
        return jdbc.sql("select closed_as from platform.dead_letter where letter_id = ?")
                .param(letter)
                .query(String.class)
                .single();
    }

    /** With the service of a mend, or else with what was told. */
    private static List<String> steps(UUID letter) {
        return jdbc.sql("""
                        select action || ' ' || coalesce(service, told, 'null')
                        from platform.dead_letter_step where letter_id = ? order by number
                        """).param(letter).query(String.class).list();
    }
}
