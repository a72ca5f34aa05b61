package tusoi.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tusoi.platform.outbox.Shop;
import tusoi.platform.persistence.DataHalf;

/** Whatever is sent as a mend that is none is answered with its place, and nothing is asked of the letter. */
class MendBodiesTest {
    private static final String GOOD = payload("{\"pieces\":15}");

    private record Case(String body, int status, String place) {}

    @Test
    void aBodyThatIsNoMendIsRefusedAtItsPlace() {
        try (var shop = new Shop(DataHalf.of("odd").start());
                var desk = FollowingService.start("lodge", "odd.events", Map.of())) {
            shop.order(UUID.randomUUID(), 13, 13);
            var open = "/api/lodge/v1/dead-letters?state=OPEN";
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> desk.http().get(open).json().path("items").size() == 1);
            var letter = desk.http().get(open).json().path("items").get(0);
            for (var one : cases()) {
                var answer = post(desk, letter, one.body());
                var shown = one.body().substring(0, Math.min(one.body().length(), 120));
                assertThat(answer.status()).as(shown + " -> " + answer.text()).isEqualTo(one.status());
                assertThat(answer.text()).as(shown).contains("\"" + one.place() + "\"");
            }
            var after = desk.http().get(open).json().path("items").get(0);
            assertThat(after.path("version")).isEqualTo(letter.path("version"));
            assertThat(after.path("asked").isNull()).isTrue();
        }
    }

    private static List<Case> cases() {
        return List.of(
                headers("{\"name\":null,\"value\":\"x\"}", "headers[0].name"),
                headers("{\"value\":\"x\"}", "headers[0].name"),
                headers("{\"name\":\"\",\"value\":\"x\"}", "headers[0].name"),
                headers("{\"name\":\"tusoi_mend_topic\",\"value\":\"x\"}", "headers[0].name"),
                headers("{\"name\":\"ce_" + "a".repeat(21) + "\",\"value\":\"x\"}", "headers[0].name"),
                headers("{\"name\":\"ce_" + "a".repeat(30_000) + "\",\"value\":\"x\"}", "headers[0].name"),
                headers("{\"name\":[],\"value\":\"x\"}", "headers[0].name"),
                headers("{\"name\":\"ce_\\u0000\",\"value\":\"x\"}", "headers[0].name"),
                headers("{\"name\":\"ce_one\",\"value\":null}", "headers[0].value"),
                headers("{\"name\":\"ce_one\"}", "headers[0].value"),
                headers("{\"name\":\"ce_one\",\"value\":\" \"}", "headers[0].value"),
                headers("{\"name\":\"ce_one\",\"value\":7}", "headers[0].value"),
                headers("{\"name\":\"ce_one\",\"value\":\"" + "v".repeat(501) + "\"}", "headers[0].value"),
                headers("{\"name\":\"ce_one\",\"value\":\"a\\u0000b\"}", "headers[0].value"),
                headers("{\"name\":\"ce_one\",\"value\":\"\\ud83d\"}", "headers[0].value"),
                headers(
                        "{\"name\":\"ce_one\",\"value\":\"x\"},{\"name\":\"ce_one\",\"value\":\"x\"}",
                        "headers[1].name"),
                headers("null", "headers[0]"),
                headers("\"ce_one\"", "headers[0]"),
                headers(
                        IntStream.range(0, 21)
                                .mapToObj(i -> "{\"name\":\"ce_" + (char) ('a' + i) + "\",\"value\":\"x\"}")
                                .collect(Collectors.joining(",")),
                        "headers"),
                new Case(body("\"headers\":{\"ce_one\":\"x\"},\"payload\":\"" + GOOD + "\""), 400, "headers"),
                // a surrogate pair stands where the text of the fault is cut
                headers("{\"name\":\"ce_actor\",\"value\":\"" + "\ud83d\ude00".repeat(250) + "\"}", "payload"),
                headers("{\"name\":\"ce_actor\",\"value\":\"x" + "\ud83d\ude00".repeat(249) + "\"}", "payload"),
                headers("{\"name\":\"ce_actor\",\"value\":\"nobody\"}", "payload"),
                differs("ce_type", "shop.order-lost.v1"),
                differs("ce_type", "order"),
                differs("ce_time", "+999999999-12-31T23:59:59Z"),
                differs("ce_aggregateversion", "-9223372036854775808"),
                new Case(body("\"payload\":7"), 400, "payload"),
                new Case(body("\"payload\":[1,2]"), 400, "payload"),
                new Case(body("\"payload\":{\"pieces\":15}"), 400, "payload"),
                new Case(body("\"payload\":true"), 400, "payload"),
                new Case(body("\"payload\":\"***\""), 400, "payload"),
                new Case(body("\"payload\":\"\""), 400, "payload"),
                new Case(body("\"payload\":null"), 400, "payload"),
                new Case(body("\"payload\":\"" + payload(" ".repeat(700_001)) + "\""), 400, "payload"),
                new Case(body("\"payload\":\"" + payload("[".repeat(200_000)) + "\""), 400, "payload"),
                new Case(body("\"payload\":\"" + payload("{\"a\":" + "1".repeat(2_000) + "}") + "\""), 400, "payload"),
                new Case(body("\"payload\":\"" + payload("[1]") + "\""), 400, "payload"),
                new Case(body("\"payload\":\"" + payload("null") + "\""), 400, "payload"),
                new Case(body("\"payload\":\"" + payload("\0\1\uD83D") + "\""), 400, "payload"),
                new Case(body("\"payload\":\"/w==\""), 400, "payload"),
                new Case(body("\"payload\":\"" + GOOD + "\",\"leaveOut\":true"), 400, "payload"),
                new Case(body("\"leaveOut\":\"yes\""), 400, "leaveOut"),
                new Case(body("\"leaveOut\":1"), 400, "leaveOut"),
                new Case(body("\"leaveOut\":false"), 400, "payload"),
                new Case(body("\"letter\":1"), 400, "letter"),
                new Case("{\"leaveOut\":true}", 400, "reason"),
                new Case("{\"leaveOut\":true,\"reason\":null}", 400, "reason"),
                new Case("{\"leaveOut\":true,\"reason\":\" \"}", 400, "reason"),
                new Case("{\"leaveOut\":true,\"reason\":7}", 400, "reason"),
                new Case("{\"leaveOut\":true,\"reason\":\"a\\u0000\"}", 400, "reason"),
                new Case("{\"leaveOut\":true,\"reason\":\"" + "r".repeat(1001) + "\"}", 400, "reason"),
                new Case("", 400, "body"),
                new Case("null", 400, "body"),
                new Case("[]", 400, "body"),
                new Case("\"\"", 400, "body"),
                new Case("{", 400, "body"),
                new Case("[".repeat(5_000), 400, "body"),
                new Case("{\"reason\":\"" + "r".repeat(11_000_000) + "\"}", 413, "body"));
    }

    private static Case headers(String headers, String place) {
        return new Case(body("\"payload\":\"" + GOOD + "\",\"headers\":[" + headers + "]"), 400, place);
    }

    private static Case differs(String name, String value) {
        var header = "{\"name\":\"" + name + "\",\"value\":\"" + value + "\"}";
        return new Case(body("\"payload\":\"" + GOOD + "\",\"headers\":[" + header + "]"), 422, "headers." + name);
    }

    private static String body(String rest) {
        return "{\"reason\":\"sai số lượng\"," + rest + "}";
    }

    private static String payload(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static Http.Answer post(FollowingService desk, JsonNode letter, String body) {
        var path = "/api/lodge/v1/dead-letters/" + letter.path("id").asString() + "/mend";
        return desk.http().post(path, body, "If-Match", letter.path("version").asString());
    }
}
