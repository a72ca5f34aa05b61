package tusoi.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tusoi.platform.security.ActorIds;
import tusoi.platform.web.Cursor;
import tusoi.testkit.TestTokens;

class WebHalfTest {
    private static ConfigurableApplicationContext service;
    private static Http http;

    @BeforeAll
    static void start() {
        service = ExampleService.start(Map.of());
        http = Http.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static int made() {
        return service.getBean(ExampleService.Things.class).made().get();
    }

    private static String thing(String name) {
        return "{\"name\": \"" + name + "\"}";
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @Nested
    class Tokens {
        @Test
        void goodOneIsAccepted() {
            assertThat(http.getAs(TestTokens.of("somebody"), "/api/example/v1/freshness")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void noneIsRefusedWithAChallenge() {
            Http.Answer answer = http.getOpenly("/api/example/v1/things");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().get("code").asString()).isEqualTo("unauthenticated");
            assertThat(answer.json().get("traceId").asString()).hasSize(32);
        }

        @Test
        void otherIssuerIsRefused() {
            refused(TestTokens.token("somebody", "http://elsewhere", TestTokens.AUDIENCE, Duration.ofMinutes(5)));
        }

        @Test
        void otherAudienceIsRefused() {
            refused(TestTokens.token("somebody", TestTokens.ISSUER, "account", Duration.ofMinutes(5)));
        }

        @Test
        void expiredIsRefused() {
            refused(TestTokens.token("somebody", TestTokens.ISSUER, TestTokens.AUDIENCE, Duration.ofSeconds(-30)));
        }

        @Test
        void otherSignerIsRefused() {
            refused(TestTokens.forged("somebody"));
        }

        @Test
        void garbageIsRefused() {
            refused("garbage");
        }

        private void refused(String token) {
            Http.Answer answer = http.getAs(token, "/api/example/v1/things");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
            assertThat(answer.json().get("code").asString()).isEqualTo("unauthenticated");
        }

        @Test
        void probesMetricsAndDescriptionAreOpen() {
            assertThat(http.getOpenly("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(http.getOpenly("/actuator/prometheus").status()).isEqualTo(200);
            assertThat(http.getOpenly("/api/example/v1/openapi").status()).isEqualTo(200);
            assertThat(http.getOpenly("/actuator/env").status()).isEqualTo(401);
        }
    }

    @Nested
    class ProblemDetails {
        @Test
        void unknownFieldIsNamed() {
            Http.Answer answer = http.post("/api/example/v1/things", "{\"name\": \"a\", \"nmae\": \"b\"}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("code").asString()).isEqualTo("unreadable");
            assertThat(answer.json().get("place").asString()).isEqualTo("nmae");
        }

        @Test
        void wrongValueIsNamedWithWhatIsWanted() {
            Http.Answer answer = http.post("/api/example/v1/things", "{\"name\": \"a\", \"size\": \"HUGE\"}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("place").asString()).isEqualTo("size");
            assertThat(answer.json().get("detail").asString()).contains("SMALL, LARGE");
            assertThat(http.post("/api/example/v1/things", "{\"name\": \"a\", \"on\": \"31/12/2024\"}")
                            .json()
                            .get("place")
                            .asString())
                    .isEqualTo("on");
        }

        @Test
        void brokenJsonTellsLineAndColumn() {
            Http.Answer answer = http.post("/api/example/v1/things", "{\"name\": \n oops}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("detail").asString()).contains("line 2");
        }

        @Test
        void sameFieldTwiceIsRefused() {
            assertThat(http.post("/api/example/v1/things", "{\"name\": \"a\", \"name\": \"b\"}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void invalidFieldsAreListed() {
            Http.Answer answer = http.post("/api/example/v1/things", thing("   "));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("code").asString()).isEqualTo("invalid");
            assertThat(answer.json().get("fields").get(0).get("place").asString())
                    .isEqualTo("name");
        }

        @Test
        void refusalCarriesCitationAndFacts() {
            JsonNode problem = http.post("/api/example/v1/rules/refuse", "{}", "Accept-Language", "en")
                    .json();
            assertThat(problem.get("status").asInt()).isEqualTo(422);
            assertThat(problem.get("code").asString()).isEqualTo("EX-01");
            assertThat(problem.get("type").asString()).isEqualTo("urn:tusoi:problem:EX-01");
            assertThat(problem.get("title").asString()).isEqualTo("A rule does not allow it");
            assertThat(problem.get("rule").get("text").asString()).isEqualTo("No more ballots than voters");
            assertThat(problem.get("rule").get("citation").asString()).isEqualTo("1-EX, 1.1");
            assertThat(problem.get("rule").get("mark").asString()).isEqualTo("CONFIRMED");
            assertThat(problem.get("facts").get("entitled").asInt()).isEqualTo(2);
        }

        @Test
        void warningsAreListedUntilAnswered() {
            Http.Answer open = http.post(
                    "/api/example/v1/rules/warn", "{\"name\": \"a\", \"overrides\": {\"EX-03\": \"the flood\"}}");
            assertThat(open.status()).isEqualTo(422);
            assertThat(open.json().get("code").asString()).isEqualTo("warnings-unanswered");
            assertThat(open.json().get("title").asString()).isEqualTo("Có cảnh báo cần nêu lý do");
            assertThat(open.json().get("warnings").size()).isEqualTo(1);
            assertThat(open.json().get("warnings").get(0).get("code").asString())
                    .isEqualTo("EX-02");
            assertThat(open.json().get("warnings").get(0).get("text").asString())
                    .isEqualTo("Phải quá nửa tán thành");
            assertThat(http.post(
                                    "/api/example/v1/rules/warn",
                                    "{\"name\": \"a\", \"overrides\": {\"EX-02\": \"x\", \"EX-03\": \"y\"}}")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void nullAmongReasonsOrItemsIsToldWithItsPlace() {
            Http.Answer reason =
                    http.post("/api/example/v1/rules/warn", "{\"name\": \"a\", \"overrides\": {\"EX-03\": null}}");
            assertThat(reason.status()).isEqualTo(400);
            assertThat(reason.json().get("code").asString()).isEqualTo("unreadable");
            assertThat(reason.json().get("place").asString()).isEqualTo("overrides.EX-03");
            Http.Answer item = http.post("/api/example/v1/things/bulk", "{\"items\": [null]}");
            assertThat(item.status()).isEqualTo(400);
            assertThat(item.json().get("place").asString()).isEqualTo("items[0]");
        }

        @Test
        void whatTheDatabaseCannotReadIsTheCallersFault() {
            Http.Answer nul = http.post("/api/example/v1/things", thing("a\\u0000b"));
            assertThat(nul.status()).isEqualTo(400);
            assertThat(nul.json().get("code").asString()).isEqualTo("unreadable");
            String nulInside = Cursor.of("a\u0000b").text();
            assertThat(http.get("/api/example/v1/things?after=" + nulInside).status())
                    .isEqualTo(400);
            Http.Answer ids = http.get("/api/example/v1/things/at?id=none&on=2024-01-01&number=1");
            assertThat(ids.status()).isEqualTo(400);
            assertThat(ids.text()).doesNotContain("none");
            assertThat(http.get("/api/example/v1/things/at?id=" + UUID.randomUUID() + "&on=2024-02-30&number=1")
                            .status())
                    .isEqualTo(400);
            assertThat(http.get("/api/example/v1/things/at?id=" + UUID.randomUUID() + "&on=2024-02-29&number=1e99")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void unexpectedFailureTellsNothingButItsTrace() {
            Http.Answer answer = http.get("/api/example/v1/failure");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("secret").doesNotContain("IllegalState");
            assertThat(answer.json().get("traceId").asString()).hasSize(32);
        }

        @Test
        void methodPathAndFormatAreProblemsToo() {
            Http.Answer method = http.post("/api/example/v1/failure", "{}");
            assertThat(method.status()).isEqualTo(405);
            assertThat(method.header("Allow")).isEqualTo("GET");
            assertThat(method.json().get("title").asString()).isEqualTo("Phương thức không được hỗ trợ");
            assertThat(http.get("/api/example/v1/nowhere").json().get("status").asInt())
                    .isEqualTo(404);
            assertThat(http.upload("/api/example/v1/things", "x")
                            .json()
                            .get("status")
                            .asInt())
                    .isEqualTo(415);
            assertThat(http.get("/api/example/v1/things", "Accept", "image/png")
                            .json()
                            .get("status")
                            .asInt())
                    .isEqualTo(406);
        }

        @Test
        void duplicateIsAConflictAndQuotesNoData() {
            http.post("/api/example/v1/things", thing("twice"));
            Http.Answer answer = http.post("/api/example/v1/things", thing("twice"));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().get("code").asString()).isEqualTo("duplicate");
            assertThat(answer.text()).doesNotContain("twice");
        }
    }

    @Nested
    class Limits {
        private final byte[] large = thing("x".repeat(10 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8);

        @Test
        void announcedLargeBodyIsRefused() {
            Http.Answer answer = http.post("/api/example/v1/things", new String(large, StandardCharsets.UTF_8));
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().get("code").asString()).isEqualTo("too-large");
        }

        @Test
        void chunkedLargeBodyIsRefused() {
            byte[] spaces = " ".repeat(10 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
            Http.Answer answer = http.postChunked("/api/example/v1/things", spaces);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().get("code").asString()).isEqualTo("too-large");
        }

        @Test
        void pageSizeHasBounds() {
            assertThat(http.get("/api/example/v1/things?size=200").status()).isEqualTo(200);
            assertThat(http.get("/api/example/v1/things?size=201")
                            .json()
                            .get("place")
                            .asString())
                    .isEqualTo("size");
            assertThat(http.get("/api/example/v1/things?size=0").status()).isEqualTo(400);
            assertThat(http.get("/api/example/v1/things?after=%25")
                            .json()
                            .get("place")
                            .asString())
                    .isEqualTo("after");
        }
    }

    @Nested
    class Texts {
        @Test
        void arrivesNormalised() {
            Http.Answer made = http.post("/api/example/v1/things", thing("  \u00D0a\u0300 Na\u0306\u0303ng "));
            assertThat(made.json().get("name").asString()).isEqualTo("\u0110à Nẵng");
            assertThat(http.get("/api/example/v1/things?name=%C3%90%C3%A0%20N%E1%BA%B5ng%20")
                            .json()
                            .get("items")
                            .size())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Versions {
        private final String rename = "/api/example/v1/things/" + UUID.randomUUID() + "/rename";

        @Test
        void missingIsAsked() {
            assertThat(http.post(rename, "{}").status()).isEqualTo(428);
        }

        @Test
        void unreadableIsTold() {
            assertThat(http.post(rename, "{}", "If-Match", "\"x\"").status()).isEqualTo(400);
        }

        @Test
        void staleIsRefused() {
            assertThat(http.post(rename, "{}", "If-Match", "\"6\"").status()).isEqualTo(412);
        }

        @Test
        void currentPasses() {
            assertThat(http.post(rename, "{}", "If-Match", "\"7\"").status()).isEqualTo(204);
        }
    }

    @Nested
    class IdempotencyKeys {
        @Test
        void repeatGetsTheSameAnswerAndDoesNothing() {
            String key = newKey();
            Http.Answer first = http.post("/api/example/v1/things", thing("once"), "Idempotency-Key", key);
            int made = made();
            Http.Answer second = http.post("/api/example/v1/things", thing("once"), "Idempotency-Key", key);
            assertThat(first.status()).isEqualTo(201);
            assertThat(second.status()).isEqualTo(201);
            assertThat(second.text()).isEqualTo(first.text());
            assertThat(second.header("Location"))
                    .isEqualTo(first.header("Location"))
                    .isNotEmpty();
            assertThat(second.header("ETag")).isEqualTo("\"1\"");
            assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(made()).isEqualTo(made);
        }

        @Test
        void sameKeyForAnotherBodyIsRefused() {
            String key = newKey();
            http.post("/api/example/v1/things", thing("one"), "Idempotency-Key", key);
            Http.Answer other = http.post("/api/example/v1/things", thing("other"), "Idempotency-Key", key);
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.json().get("code").asString()).isEqualTo("idempotency-key-reused");
        }

        @Test
        void refusedRequestLeavesNothingAndMayBeRepeated() {
            String key = newKey();
            assertThat(http.post("/api/example/v1/things", thing("refused"), "Idempotency-Key", key)
                            .status())
                    .isEqualTo(409);
            assertThat(http.get("/api/example/v1/things?name=refused")
                            .json()
                            .get("items")
                            .size())
                    .isZero();
            assertThat(http.post("/api/example/v1/things", thing("accepted"), "Idempotency-Key", key)
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void concurrentRequestsWithOneKeyRunOnce() {
            String key = newKey();
            int made = made();
            List<CompletableFuture<Http.Answer>> calls = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> http.post("/api/example/v1/slow-things", thing("slow"), "Idempotency-Key", key)))
                    .toList();
            service.getBean(ExampleService.Things.class).goOn().countDown();
            List<Http.Answer> answers =
                    calls.stream().map(CompletableFuture::join).toList();
            assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
            assertThat(answers.stream().map(Http.Answer::text).distinct()).hasSize(1);
            assertThat(made()).isEqualTo(made + 1);
        }

        @Test
        void keyIsForgottenAfterADay() {
            String key = newKey();
            http.post("/api/example/v1/things", thing("yesterday"), "Idempotency-Key", key);
            makeOld(key);
            assertThat(http.post("/api/example/v1/things", thing("today"), "Idempotency-Key", key)
                            .status())
                    .isEqualTo(201);
        }

        private void makeOld(String key) {
            service.getBean(TransactionTemplate.class).executeWithoutResult(status -> service.getBean(JdbcClient.class)
                    .sql(
                            "update platform.idempotency set created_at = created_at - interval '25 hours' where key = :key")
                    .param("key", key)
                    .update());
        }

        @Test
        void keptAnswerIsSeenByItsAccountOnly() {
            String key = newKey();
            http.post("/api/example/v1/things", thing("seen"), "Idempotency-Key", key);
            assertThat(keptSeenBy(ActorIds.SYSTEM.toString(), key)).isEqualTo(1);
            assertThat(keptSeenBy(UUID.randomUUID().toString(), key)).isZero();
            assertThat(keptSeenBy("", key)).isZero();
        }

        private int keptSeenBy(String account, String key) {
            JdbcClient jdbc = service.getBean(JdbcClient.class);
            return service.getBean(TransactionTemplate.class).execute(status -> {
                jdbc.sql("select set_config('tusoi.account', :account, true)")
                        .param("account", account)
                        .query()
                        .singleRow();
                return jdbc.sql("select count(*) from platform.idempotency where key = :key")
                        .param("key", key)
                        .query(Integer.class)
                        .single();
            });
        }

        @Test
        void expiredAnswersOfAllAccountsGo() {
            String old = newKey();
            String fresh = newKey();
            http.post("/api/example/v1/things", thing("old"), "Idempotency-Key", old);
            http.post("/api/example/v1/things", thing("fresh"), "Idempotency-Key", fresh);
            makeOld(old);
            SmartLifecycle forgetting = service.getBean("expiredKeys", SmartLifecycle.class);
            forgetting.stop();
            forgetting.start();
            await().untilAsserted(() ->
                    assertThat(keptSeenBy(ActorIds.SYSTEM.toString(), old)).isZero());
            assertThat(keptSeenBy(ActorIds.SYSTEM.toString(), fresh)).isEqualTo(1);
        }

        @Test
        void malformedKeyIsRefused() {
            assertThat(http.post("/api/example/v1/things", thing("k"), "Idempotency-Key", "a b")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void uploadIsIdempotentToo() {
            String key = newKey();
            int made = made();
            assertThat(http.upload("/api/example/v1/files", "a;b", "Idempotency-Key", key)
                            .text())
                    .isEqualTo(http.upload("/api/example/v1/files", "a;b", "Idempotency-Key", key)
                            .text());
            assertThat(made()).isEqualTo(made + 1);
            assertThat(http.upload("/api/example/v1/files", "a;c", "Idempotency-Key", key)
                            .status())
                    .isEqualTo(422);
        }
    }

    @Nested
    class Bulk {
        private String items(String... names) {
            return "{\"items\": ["
                    + String.join(
                            ",", List.of(names).stream().map(WebHalfTest::thing).toList()) + "]}";
        }

        @Test
        void itemsSucceedAndFailOnTheirOwn() {
            JsonNode items = http.post("/api/example/v1/things/bulk", items("b1", "refused b", "b2"))
                    .json()
                    .get("items");
            assertThat(StreamSupport.stream(items.spliterator(), false)
                            .map(item -> item.get("status").asInt()))
                    .containsExactly(200, 409, 200);
            assertThat(items.get(1).get("body").get("code").asString()).isEqualTo("wrong-state");
        }

        @Test
        void repeatRunsOnlyTheRest() {
            String key = newKey();
            Http.Answer first =
                    http.post("/api/example/v1/things/bulk", items("r1", "refused r", "r2"), "Idempotency-Key", key);
            int made = made();
            Http.Answer second =
                    http.post("/api/example/v1/things/bulk", items("r1", "refused r", "r2"), "Idempotency-Key", key);
            assertThat(second.json().get("items").get(0))
                    .isEqualTo(first.json().get("items").get(0));
            assertThat(second.json().get("items").get(2))
                    .isEqualTo(first.json().get("items").get(2));
            assertThat(made()).as("only the refused one ran again").isEqualTo(made + 1);
        }

        @Test
        void anotherItemUnderTheSameKeyIsRefused() {
            String key = newKey();
            http.post("/api/example/v1/things/bulk", items("s1"), "Idempotency-Key", key);
            JsonNode item = http.post("/api/example/v1/things/bulk", items("s2"), "Idempotency-Key", key)
                    .json()
                    .get("items")
                    .get(0);
            assertThat(item.get("status").asInt()).isEqualTo(422);
        }

        @Test
        void itemsThatShareATransactionStillSucceedAndFailOnTheirOwn() {
            String[] names = IntStream.range(0, 45)
                    .mapToObj(i -> i == 25 ? "refused t" : "t" + i)
                    .toArray(String[]::new);
            String key = newKey();
            JsonNode first = http.post("/api/example/v1/things/together", items(names), "Idempotency-Key", key)
                    .json()
                    .get("items");
            for (int i = 0; i < names.length; i++) {
                assertThat(first.get(i).get("index").asInt()).isEqualTo(i);
                assertThat(first.get(i).get("status").asInt()).isEqualTo(i == 25 ? 409 : 200);
                assertThat(http.get("/api/example/v1/things?name=" + names[i].replace(' ', '+'))
                                .json()
                                .get("items")
                                .size())
                        .as(names[i])
                        .isEqualTo(i == 25 ? 0 : 1);
            }
            int made = made();
            JsonNode second = http.post("/api/example/v1/things/together", items(names), "Idempotency-Key", key)
                    .json()
                    .get("items");
            for (int i = 0; i < names.length; i++) {
                assertThat(second.get(i).at("/body/id")).isEqualTo(first.get(i).at("/body/id"));
            }
            assertThat(made())
                    .as("only the refused one ran again, once alone and once not")
                    .isEqualTo(made + 2);
        }

        @Test
        void noneAndTooManyAreRefused() {
            assertThat(http.post("/api/example/v1/things/bulk", items()).status())
                    .isEqualTo(400);
            String[] many = IntStream.range(0, 201).mapToObj(i -> "m" + i).toArray(String[]::new);
            assertThat(http.post("/api/example/v1/things/bulk", items(many)).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < 5; i++) {
            http.post("/api/example/v1/things", thing("page " + i));
        }
        JsonNode first = http.get("/api/example/v1/things?size=3").json();
        JsonNode second = http.get("/api/example/v1/things?size=200&after="
                        + first.get("next").asString())
                .json();
        assertThat(first.get("items").size()).isEqualTo(3);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(second.get("items").get(0).get("name").asString())
                .isGreaterThan(first.get("items").get(2).get("name").asString());
    }

    @Test
    void descriptionIsOpenApi31WithTokenAndProblems() {
        JsonNode api = http.getOpenly("/api/example/v1/openapi").json();
        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/paths/~1api~1example~1v1~1things/post/responses/default/content")
                        .has("application/problem+json"))
                .isTrue();
        assertThat(api.at("/components/schemas/Problem/properties").has("remedy"))
                .isTrue();
        assertThat(api.at("/paths").has("/error")).isFalse();
    }

    @Test
    void profilesAreShown() {
        JsonNode profile = http.get("/api/example/v1/profiles").json().get(0);
        assertThat(profile.get("code").asString()).isEqualTo("1-EX");
        assertThat(profile.at("/rules/EX-02/numbers/majority").decimalValue()).isEqualByComparingTo("0.5");
    }

    @Test
    void commandsAreCountedByRouteAndResult() {
        http.post("/api/example/v1/rules/refuse", "{}");
        assertThat(http.getOpenly("/actuator/prometheus").text())
                .containsPattern(
                        "tusoi_commands_total\\{command=\"POST /api/example/v1/rules/refuse\",result=\"EX-01\"")
                .doesNotContain("# {trace_id");
    }
}
