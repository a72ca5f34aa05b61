package tusoi.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tusoi.launcher.cli.StandIn.Answer;
import tusoi.launcher.cli.StandIn.Ended;

/** Dead letters and rebuilds from the terminal: what is printed, in plain words where it fails, and how it ends. */
class CommandsTest {
    private static final String ID = "5d0c5d0c-0000-4000-8000-000000000001";
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static final List<String> SERVICES = List.of("org", "review", "discipline", "reporting");

    @TempDir
    private Path home;

    private StandIn installation;

    @BeforeEach
    void start() throws IOException {
        installation = new StandIn(home);
        SERVICES.forEach(service -> installation.on("GET /api/" + service + "/v1/dead-letters?", 200, NONE));
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    private List<String[]> all() {
        return List.of(
                new String[] {"dead-letters", "list"},
                new String[] {"dead-letters", "show", ID},
                new String[] {"dead-letters", "replay", ID, "--reason", "fixed"},
                new String[] {"dead-letters", "mend", ID, "--reason", "wrong", "--leave-out"},
                new String[] {"rebuild"},
                new String[] {"rebuild", "--switch"},
                new String[] {"rebuild", "--drop"});
    }

    @Test
    void aRefusedSignInIsToldInKeycloaksWordsAndTriedOnce() {
        installation.on("POST /realms", 401, """
                {"error": "invalid_grant", "error_description": "Invalid user credentials"}
                """);
        for (var words : all()) {
            var before = installation.asked().size();
            fails(installation.run(words), "Keycloak does not sign quantri in: Invalid user credentials");
            assertThat(installation.asked().subList(before, installation.asked().size()))
                    .as("a second try could lock the account, and nothing is asked without a token")
                    .singleElement()
                    .asString()
                    .startsWith("POST /realms");
        }
        installation.on("POST /realms", 502, "<html>bad gateway</html>");
        fails(installation.run("rebuild"), "Keycloak does not sign quantri in: status 502");
        installation.on("POST /realms", 200, "<html>welcome</html>");
        fails(installation.run("dead-letters", "list"), "is not Keycloak");
        fails(installation.run("dead-letters", "list", "--user", "nobody"), "no such demo user: nobody");
    }

    @Test
    void whatIsNotUpIsToldWithWhatToDo() {
        installation.stop();
        all().forEach(words -> fails(installation.run(words), "does not answer", "is it up? (./tusoi up)"));
    }

    @Test
    void aServiceThatIsDownIsToldAndTheOthersAreShown() {
        installation.on("GET /api/org/v1/dead-letters?", 200, page(1, "null"));
        installation.on("GET /api/review", 503, "{\"title\":\"Unavailable\",\"detail\":\"review does not answer\"}");
        var ended = installation.run("dead-letters", "list");
        fails(ended, "tusoi: review: GET ", " answers 503: review does not answer");
        assertThat(ended.out()).contains("org         5d0c5d0c").doesNotContain("there are no dead letters");

        installation.on("GET /api/discipline/v1/dead-letters/" + ID, 200, detail("OPEN", "null"));
        var shown = installation.run("dead-letters", "show", ID);
        fails(shown, "tusoi: review: GET ");
        assertThat(shown.out()).contains("discipline  " + ID).contains("Not applied: x");

        SERVICES.forEach(service -> installation.on("GET /api/" + service, 503, ""));
        fails(installation.run("dead-letters", "list"), "answers 503: nothing more");
    }

    @Test
    void anEmptyListSaysSo() {
        for (var words : List.of(
                new String[] {"dead-letters", "list"}, new String[] {"dead-letters", "list", "--state", "ALL"})) {
            var ended = installation.run(words);
            assertThat(ended.code()).isZero();
            assertThat(ended.out()).startsWith("there are no dead letters");
            assertThat(ended.errors()).isEmpty();
        }
        assertThat(installation.asked())
                .contains(
                        "GET /api/review/v1/dead-letters?size=200&state=OPEN",
                        "GET /api/review/v1/dead-letters?size=200");
    }

    @Test
    void manyAreReadPageByPageAndNoMoreThanAThousand() {
        installation.on("GET /api/org/v1/dead-letters?", 200, page(200, "\"p1\""));
        installation.on("GET /api/org/v1/dead-letters?size=200&state=OPEN&after=p1", 200, page(200, "\"p2\""));
        installation.on("GET /api/org/v1/dead-letters?size=200&state=OPEN&after=p2", 200, page(7, "null"));
        var some = installation.run("dead-letters", "list");
        assertThat(some.code()).isZero();
        assertThat(some.out().lines()).hasSize(407).doesNotHaveDuplicates();

        installation.on("GET /api/org/v1/dead-letters?", 200, page(200, "\"again\""));
        var most = installation.run("dead-letters", "list", "--service", "org", "--state", "MENDED");
        assertThat(most.code()).isZero();
        assertThat(most.out().lines()).hasSize(1001);
        assertThat(most.out().lines().toList().getLast()).isEqualTo("org         only the latest 1,000 are shown");
    }

    @Test
    void whatIsNotThereOrNotReadableIsToldBeforeAnythingIsDone() {
        fails(installation.run("dead-letters", "show", ID), "no service has a dead letter " + ID);
        fails(installation.run("dead-letters", "replay", ID, "--reason", "x"), "no service has an open dead letter");
        fails(
                installation.run("dead-letters", "list", "--service", "orgs"),
                "no service is called orgs",
                "org, review");
        var before = installation.asked().size();
        var missing = home.resolve("mend.json").toString();
        fails(
                installation.run("dead-letters", "mend", ID, "--reason", "x", "--data", missing),
                "cannot read " + missing);
        fails(installation.run("dead-letters", "mend", ID, "--reason", "x", "--data", home.toString()), "cannot read");
        assertThat(installation.asked()).hasSize(before);
        installation.on("GET /api/org", 200, "<html>sign in</html>");
        var other = installation.run("dead-letters", "list", "--service", "org");
        fails(other, "answers what is no JSON: is it Tusoi's gateway? <html>sign in</html>");
    }

    @Test
    void aRefusalIsToldWithItsPlaceAndRemedy() throws IOException {
        var data = Files.writeString(home.resolve("data.json"), "{}");
        var letter = "/api/org/v1/dead-letters/" + ID;
        installation.on("GET " + letter, 200, detail("OPEN", "null"));
        installation.on("POST " + letter + "/mend", 422, """
                {"title": "Khác bản gốc", "code": "differs-from-original", "detail": "It is a.b.v1 in the original",
                 "place": "headers.ce_type", "remedy": "Leave the header out"}
                """);
        String[] mend = {
            "dead-letters", "mend", ID, "--reason", "x", "--data", data.toString(), "--header", "ce_type=a.c.v1"
        };
        fails(
                installation.run(mend),
                "answers 422: It is a.b.v1 in the original (headers.ce_type). Leave the header out");
        assertThat(installation.asked().getLast())
                .isEqualTo("POST " + letter + "/mend {\"payload\":\"e30=\",\"headers\":[{\"name\":\"ce_type\","
                        + "\"value\":\"a.c.v1\"}],\"reason\":\"x\"}");
        installation.on("POST " + letter + "/mend", 400, """
                {"title": "Không đọc được", "code": "unreadable", "fields": [{"place": "reason", "detail": "size"}]}
                """);
        fails(installation.run(mend), "answers 400: Không đọc được; reason: size");
    }

    @Test
    void itEndsWithOneWhereTheLetterIsOpenYetAndWithZeroWhereItIsClosed() {
        var letter = "/api/org/v1/dead-letters/" + ID;
        var state = new AtomicInteger();
        installation.on("GET " + letter, () -> new Answer(200, detail(state.get() < 2 ? "OPEN" : "REPLAYED", "null")));
        installation.on("POST " + letter + "/replay", () -> {
            state.incrementAndGet();
            return new Answer(202, "{}");
        });
        String[] replay = {"dead-letters", "replay", ID, "--reason", "fixed"};
        var first = installation.run(replay);
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).contains("org: OPEN, Not applied: x");
        var second = installation.run(replay);
        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("org: REPLAYED");

        state.set(0);
        installation.on("POST " + letter + "/replay", () -> {
            installation.on("GET " + letter, 404, "{}");
            return new Answer(202, "{}");
        });
        fails(installation.run(replay), "org no longer has the letter " + ID + ": a rebuild has begun there");
    }

    @Test
    void anInterruptedCommandSaysWhatGoesOn() throws Exception {
        installation.on("GET /api/org/v1/dead-letters/" + ID, 200, detail("OPEN", "\"REPLAY_ASKED\""));
        installation.on("POST /api/org/v1/dead-letters/" + ID, 202, "{}");
        fails(
                interrupted("POST /api/org", "dead-letters", "replay", ID, "--reason", "x"),
                "interrupted; what was asked for goes on");
        installation.on("POST /api/reporting/v1/rebuild", 202, "{}");
        installation.on("GET /api/reporting/v1/rebuild", 200, "{\"state\":\"BUILDING\"}");
        fails(interrupted("GET /api/reporting/v1/rebuild", "rebuild"), "interrupted; the rebuild goes on");
    }

    /** While it waits for the answer to that. */
    private Ended interrupted(String during, String... words) throws Exception {
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        installation.on(during, () -> {
            reached.countDown();
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer(202, "{}");
        });
        var running = new FutureTask<>(() -> installation.run(words));
        var thread = Thread.ofPlatform().start(running);
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        var ended = running.get(20, TimeUnit.SECONDS);
        goOn.countDown();
        return ended;
    }

    @Test
    void aRebuildIsFollowedToItsEnd() {
        var looks = new AtomicInteger();
        installation.on("POST /api/reporting/v1/rebuild", 202, "{\"state\":\"BUILDING\"}");
        installation.on(
                "GET /api/reporting/v1/rebuild",
                () -> new Answer(200, looks.incrementAndGet() < 3 ? "{\"state\":\"BUILDING\"}" : """
                        {"state": "EQUAL", "comparedThrough": "2026-01-01T00:00:00Z", "liveSha256": "aa",
                         "rebuiltSha256": "aa", "differences": []}
                        """));
        var equal = installation.run("rebuild");
        assertThat(equal.code()).isZero();
        assertThat(equal.out()).contains("EQUAL, compared through 2026-01-01T00:00:00Z: serving aa, rebuilt aa");

        installation.on("GET /api/reporting/v1/rebuild", 200, """
                {"state": "DIFFERENT", "comparedThrough": "2026-01-01T00:00:00Z", "liveSha256": "aa", "rebuiltSha256": "bb",
                 "differences": [{"table": "member_fact", "rows": 2, "examples":
                   [{"kind": "ONLY_LIVE", "aggregate": "m1", "unit": null, "columns": ["home"]}]}]}
                """);
        var different = installation.run("rebuild");
        assertThat(different.code()).isEqualTo(1);
        assertThat(different.out()).contains("member_fact: 2 rows differ").contains("ONLY_LIVE m1, unit - [\"home\"]");
    }

    @Test
    void whatWasBuiltIsSwitchedOrDroppedOrRefused() {
        installation.on("POST /api/reporting/v1/rebuild/switch", 200, "{\"state\":\"SWITCHED\"}");
        installation.on("POST /api/reporting/v1/rebuild/deletion", 200, "{\"state\":\"DROPPED\"}");
        var switched = installation.run("rebuild", "--switch");
        assertThat(switched.code()).isZero();
        assertThat(switched.out()).contains("SWITCHED");
        assertThat(installation.run("rebuild", "--drop").out()).contains("DROPPED");
        installation.on("POST /api/reporting/v1/rebuild", 409, "{\"detail\":\"Another rebuild is not over\"}");
        fails(installation.run("rebuild"), "answers 409: Another rebuild is not over");
        fails(installation.run("rebuild", "--switch"), "answers 409");
        installation.on("POST /api/reporting", 403, "{\"detail\":\"The right AUDIT_READ is missing here\"}");
        fails(installation.run("rebuild", "--drop"), "answers 403: The right AUDIT_READ is missing here");
    }

    private static void fails(Ended ended, String... words) {
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.errors()).contains(words).startsWith("tusoi: ").doesNotContain("\tat ");
    }

    private static String page(int letters, String next) {
        return IntStream.range(0, letters)
                .mapToObj(one ->
                        letter("5d0c5d0c-0000-4000-8000-%05d%07d".formatted(next.hashCode() % 90_000 + 90_000, one)))
                .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":" + next + "}"));
    }

    private static String letter(String id) {
        return """
                {"id": "%s", "topic": "org.events", "partition": 3, "offset": 7, "type": "org.unit-ended.v1",
                 "recordedAt": null, "state": "OPEN", "asked": null, "cause": "NOT_APPLIED", "tries": 1, "version": 4}
                """.formatted(id);
    }

    private static String detail(String state, String asked) {
        return """
                {"letter": {"id": "%s", "topic": "org.events", "partition": 3, "offset": 7, "type": "org.unit-ended.v1",
                            "recordedAt": null, "state": "%s", "asked": %s, "cause": "NOT_APPLIED", "tries": 1, "version": 4},
                 "headers": {}, "payload": "{}", "reason": "Not applied: x", "heldThrough": null, "history": []}
                """.formatted(ID, state, asked);
    }
}
