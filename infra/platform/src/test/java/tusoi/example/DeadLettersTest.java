package tusoi.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.InboxRebuild;
import tusoi.platform.outbox.Shop;
import tusoi.platform.persistence.DataHalf;
import tusoi.testkit.TestTokens;

/** What an operator sees and does of what could not be taken, over HTTP, and what becomes of it. */
class DeadLettersTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Events of the same key that came after are taken meanwhile; what is complete stands still until the letter is closed. */
    @Test
    void aLetterIsReplayedWhenTheFaultIsPutRightAndItsSuccessorsDidNotWait() {
        try (var shop = shop("stall");
                var desk = desk("office", "stall.events")) {
            desk.isFaulty().set(true);
            var order = UUID.randomUUID();
            shop.order(order, 1, 3);
            await().atMost(SOON).until(() -> desk.versions(order).equals(List.of("1 1", "3 3")));
            var letter = onlyOpen(desk);
            var held = Instant.parse(letter.path("recordedAt").asString()).minus(1, ChronoUnit.MICROS);
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(desk.watermarks().completeThrough()).isEqualTo(held));

            assertThat(replay(desk, letter, "Đã sửa?").status()).isEqualTo(202);
            var again = settled(desk, letter);
            assertThat(text(again, "letter", "state")).isEqualTo("OPEN");
            assertThat(again.path("letter").path("tries").asInt()).isEqualTo(2);
            assertThat(desk.watermarks().completeThrough()).isEqualTo(held);

            desk.isFaulty().set(false);
            assertThat(replay(desk, again.path("letter"), "Đã sửa bản 2").status())
                    .isEqualTo(202);
            var closed = settled(desk, letter);
            assertThat(text(closed, "letter", "state")).isEqualTo("REPLAYED");
            assertThat(actions(closed)).containsExactly("CAME", "REPLAY_ASKED", "FAILED", "REPLAY_ASKED", "REPLAYED");
            assertThat(closed.path("history").get(0).path("told").asString()).startsWith("Not applied");
            assertThat(closed.path("history").get(3).path("told").asString()).isEqualTo("Đã sửa bản 2");
            assertThat(closed.path("history").get(3).path("account").asString())
                    .isEqualTo(FollowingService.SOMEBODY.toString());
            assertThat(desk.versions(order)).containsExactly("1 1", "2 2", "3 3");
            await().atMost(SOON).until(() -> desk.watermarks().completeThrough().isAfter(held.plusMillis(1)));
            assertThat(desk.audit(id(letter)))
                    .filteredOn(row -> row.startsWith("office.dead-letter-replay"))
                    .containsExactly(
                            "office.dead-letter-replay " + FollowingService.SOMEBODY,
                            "office.dead-letter-replay " + FollowingService.SOMEBODY);
            assertThat(replay(desk, closed.path("letter"), "once more").status())
                    .as("it is closed")
                    .isEqualTo(409);

            desk.context().getBean(InboxRebuild.class).start();
            await().atMost(SOON).until(() -> desk.versions(order).equals(List.of("1 1", "2 2", "3 3")));
        }
    }

    @Test
    void aMendIsForEveryReaderAndSaysThereTooWhoMadeIt() {
        try (var shop = shop("arcade");
                var desk = desk("front", "arcade.events");
                var other = desk("back", "arcade.events")) {
            var order = UUID.randomUUID();
            shop.order(order, 12, 14);
            await().atMost(SOON).until(() -> other.versions(order).equals(List.of("12 12", "14 14")));
            var letter = onlyOpen(desk);
            assertThat(id(onlyOpen(other))).as("the same letter").isEqualTo(id(letter));

            assertThat(mend(desk, letter, "no event", null).status()).isEqualTo(400);
            assertThat(mend(desk, letter, null, null).status()).isEqualTo(400);
            refusesOther(desk, letter, "ce_subject", UUID.randomUUID().toString());
            refusesOther(desk, letter, "ce_aggregateversion", "14");
            refusesOther(desk, letter, "ce_time", Instant.now().toString());
            assertThat(mend(desk, letter, "{\"pieces\":13}", null).status()).isEqualTo(202);
            var failed = settled(desk, letter);
            assertThat(text(failed, "letter", "state")).isEqualTo("OPEN");
            assertThat(actions(failed)).containsExactly("CAME", "MEND_ASKED", "FAILED");

            assertThat(mend(desk, failed.path("letter"), "{\"pieces\":15}", null)
                            .status())
                    .isEqualTo(202);
            var closed = settled(desk, letter);
            assertThat(text(closed, "letter", "state")).isEqualTo("MENDED");
            assertThat(actions(closed)).containsExactly("CAME", "MEND_ASKED", "FAILED", "MEND_ASKED", "MENDED");
            await().atMost(SOON)
                    .until(() -> list(other, "?state=OPEN").path("items").isEmpty());
            var there = detail(other, id(letter));
            assertThat(actions(there)).containsExactly("CAME", "FAILED", "MENDED");
            var last = there.path("history").get(2);
            assertThat(last.path("account").asString()).isEqualTo(FollowingService.SOMEBODY.toString());
            assertThat(last.path("service").asString()).isEqualTo("front");
            assertThat(other.versions(order)).containsExactly("12 12", "13 15", "14 14");
            assertThat(desk.versions(order)).isEqualTo(other.versions(order));
            assertThat(list(desk, "?state=OPEN").path("items")).isEmpty();
            assertThat(list(desk, "?state=MENDED").path("items")).hasSize(1);
        }
    }

    @Test
    void whatIsLeftOutIsLeftOutByARebuildToo() {
        try (var shop = shop("booth");
                var desk = desk("desk", "booth.events")) {
            var order = UUID.randomUUID();
            shop.order(order, 13, 14);
            await().atMost(SOON).until(() -> desk.versions(order).equals(List.of("14 14")));
            var letter = onlyOpen(desk);
            assertThat(mend(desk, letter, null, true).status()).isEqualTo(202);
            assertThat(text(settled(desk, letter), "letter", "state")).isEqualTo("LEFT_OUT");
            desk.context().getBean(InboxRebuild.class).start();
            await().atMost(SOON).until(() -> desk.versions(order).equals(List.of("14 14")));
            await().atMost(SOON).until(() -> desk.watermarks().completeThrough().isAfter(Instant.EPOCH));
            assertThat(list(desk, "").path("items")).isEmpty();
        }
    }

    @Test
    void ofTwoOperatorsAtOnceOneIsFirstAndARepeatIsTheSameCommand() throws Exception {
        try (var shop = shop("kiosk");
                var desk = desk("hall", "kiosk.events")) {
            shop.order(UUID.randomUUID(), 13, 13);
            await().atMost(SOON).until(() -> !list(desk, "").path("items").isEmpty());
            var letter = onlyOpen(desk);
            var together = new CyclicBarrier(4);
            try (var pool = Executors.newFixedThreadPool(4)) {
                Callable<Integer> one = () -> {
                    together.await(10, TimeUnit.SECONDS);
                    return replay(desk, letter, "both of us").status();
                };
                var answers = pool.invokeAll(List.of(one, one, one, one)).stream()
                        .map(answer -> {
                            try {
                                return answer.get();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .sorted()
                        .toList();
                assertThat(answers).containsExactly(202, 412, 412, 412);
            }
            var again = settled(desk, letter).path("letter");
            var path = path(desk) + "/" + id(letter) + "/replay";
            String[] headers = {"If-Match", again.path("version").asString(), "Idempotency-Key", "k-1"};
            var first = desk.http().post(path, "{\"reason\":\"as before\"}", headers);
            var repeat = desk.http().post(path, "{\"reason\":\"as before\"}", headers);
            assertThat(first.status()).isEqualTo(202);
            assertThat(repeat.status()).isEqualTo(202);
            assertThat(repeat.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(actions(settled(desk, letter)))
                    .containsExactly("CAME", "REPLAY_ASKED", "FAILED", "REPLAY_ASKED", "FAILED");
            assertThat(desk.http().post(path, "{\"reason\":\"blind\"}").status())
                    .isEqualTo(428);
        }
    }

    @Test
    void onlyOperatorsSeeLettersAndALookAtWhatOneSaysLeavesARow() {
        try (var shop = shop("counter");
                var desk = desk("bureau", "counter.events")) {
            IntStream.range(0, 5).forEach(order -> shop.order(UUID.randomUUID(), 13, 13));
            await().atMost(SOON).until(() -> list(desk, "").path("items").size() == 5);
            var letter = list(desk, "").path("items").get(0);
            assertThat(letter.toString()).doesNotContain("pieces").doesNotContain("orderId");
            assertThat(desk.audit(id(letter))).isEmpty();
            assertThat(detail(desk, id(letter)).path("payload").asString()).contains("\"pieces\":13");
            assertThat(desk.audit(id(letter))).containsExactly("bureau.dead-letter-read " + FollowingService.SOMEBODY);

            var stranger = TestTokens.of("stranger");
            assertThat(desk.http().getAs(stranger, path(desk)).status()).isEqualTo(403);
            assertThat(desk.http()
                            .getAs(stranger, path(desk) + "/" + id(letter))
                            .status())
                    .isEqualTo(403);
            assertThat(desk.http().getOpenly(path(desk)).status()).isEqualTo(401);
            assertThat(desk.http().get(path(desk) + "/" + UUID.randomUUID()).status())
                    .isEqualTo(404);
            assertThat(desk.http().get(path(desk) + "?size=201").status()).isEqualTo(400);

            var first = list(desk, "?size=2&type=shop.order-placed.v1&topic=counter.events");
            var second = list(desk, "?size=2&after=" + first.path("next").asString());
            var third = list(desk, "?size=2&after=" + second.path("next").asString());
            assertThat(first.path("items")).hasSize(2);
            assertThat(third.path("items")).hasSize(1);
            assertThat(third.path("next").isNull()).isTrue();
            assertThat(list(desk, "?type=shop.order-lost.v1").path("items")).isEmpty();
            assertThat(list(desk, "?topic=other.events").path("items")).isEmpty();
        }
    }

    @Test
    void aNameIsReadAgainFromItsTopicOrLeftOutHereAndHasNoMend() {
        try (var shop = new Shop(DataHalf.of("registry")
                        .with("tusoi.outbox.latest-topics", "registry.names")
                        .start());
                var desk = desk("reader", "registry.events")) {
            desk.isFaulty().set(true);
            shop.app().executeWithoutResult(status -> shop.outbox()
                    .publishLatest("registry.names", "customer/1", Map.of("name", "Trần Thị Bình")));
            await().atMost(SOON).until(() -> !list(desk, "").path("items").isEmpty());
            var letter = onlyOpen(desk);
            assertThat(text(letter, "cause")).isEqualTo("VALUE_NOT_APPLIED");
            assertThat(detail(desk, id(letter)).path("payload").isNull())
                    .as("a name would stay after its erasure")
                    .isTrue();
            assertThat(mend(desk, letter, "{\"name\":\"B\"}", null).status()).isEqualTo(409);
            desk.isFaulty().set(false);
            assertThat(replay(desk, letter, "fixed").status()).isEqualTo(202);
            await().atMost(SOON).until(() -> text(detail(desk, id(letter)), "letter", "state")
                    .equals("REPLAYED"));
            assertThat(desk.asLoader()
                            .sql("select name from desk.name")
                            .query(String.class)
                            .list())
                    .containsExactly("Trần Thị Bình");

            desk.isFaulty().set(true);
            shop.app().executeWithoutResult(status -> shop.outbox()
                    .publishLatest("registry.names", "customer/2", Map.of("name", "Lê Văn Cường")));
            var unwanted = onlyOpen(desk);
            assertThat(mend(desk, unwanted, null, true).status()).isEqualTo(202);
            var closed = settled(desk, unwanted);
            assertThat(text(closed, "letter", "state")).isEqualTo("LEFT_OUT");
            assertThat(actions(closed)).containsExactly("CAME", "LEAVE_OUT_ASKED", "LEFT_OUT");
            assertThat(desk.audit(id(unwanted))).contains("reader.dead-letter-mend " + FollowingService.SOMEBODY);
            assertThat(desk.asLoader()
                            .sql("select count(*) from platform.mend")
                            .query(Long.class)
                            .single())
                    .as("nothing was sent")
                    .isZero();
        }
    }

    private static Shop shop(String name) {
        return new Shop(DataHalf.of(name).start());
    }

    private static FollowingService desk(String name, String topic) {
        return FollowingService.start(name, topic, Map.of());
    }

    private static String path(FollowingService desk) {
        return "/api/" + desk.context().getEnvironment().getRequiredProperty("tusoi.service") + "/v1/dead-letters";
    }

    private static JsonNode list(FollowingService desk, String query) {
        var answer = desk.http().get(path(desk) + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode onlyOpen(FollowingService desk) {
        await().atMost(SOON).until(() -> list(desk, "?state=OPEN").path("items").size() == 1);
        return list(desk, "?state=OPEN").path("items").get(0);
    }

    private static JsonNode detail(FollowingService desk, UUID letter) {
        var answer = desk.http().get(path(desk) + "/" + letter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The letter once nothing is asked of it any more. */
    private static JsonNode settled(FollowingService desk, JsonNode letter) {
        await().atMost(SOON)
                .until(() ->
                        detail(desk, id(letter)).path("letter").path("asked").isNull());
        return detail(desk, id(letter));
    }

    private static Http.Answer replay(FollowingService desk, JsonNode letter, String reason) {
        return desk.http()
                .post(
                        path(desk) + "/" + id(letter) + "/replay",
                        Http.JSON.writeValueAsString(Map.of("reason", reason)),
                        "If-Match",
                        letter.path("version").asString());
    }

    private static Http.Answer mend(
            FollowingService desk, JsonNode letter, @Nullable String payload, @Nullable Boolean leaveOut) {
        var body = Http.JSON.createObjectNode().put("reason", "sai số lượng");
        if (payload != null) {
            body.put("payload", Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)));
        }
        if (leaveOut != null) {
            body.put("leaveOut", leaveOut);
        }
        return desk.http()
                .post(
                        path(desk) + "/" + id(letter) + "/mend",
                        body.toString(),
                        "If-Match",
                        letter.path("version").asString());
    }

    private static void refusesOther(FollowingService desk, JsonNode letter, String header, String value) {
        var body = Http.JSON.createObjectNode().put("reason", "sai số lượng");
        body.put("payload", Base64.getEncoder().encodeToString("{\"pieces\":15}".getBytes(StandardCharsets.UTF_8)));
        body.putArray("headers").addObject().put("name", header).put("value", value);
        var answer = desk.http()
                .post(
                        path(desk) + "/" + id(letter) + "/mend",
                        body.toString(),
                        "If-Match",
                        letter.path("version").asString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("differs-from-original").contains("headers." + header);
    }

    private static List<String> actions(JsonNode letter) {
        return letter.path("history")
                .valueStream()
                .map(step -> step.path("action").asString())
                .toList();
    }

    private static UUID id(JsonNode letter) {
        return UUID.fromString(letter.path("id").asString());
    }

    private static String text(JsonNode node, String... path) {
        var found = node;
        for (var name : path) {
            found = found.path(name);
        }
        return found.asString();
    }
}
