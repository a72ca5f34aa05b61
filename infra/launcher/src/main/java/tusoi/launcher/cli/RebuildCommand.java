package tusoi.launcher.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.installation.Recovery;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Waiting;

@Command(
        name = "rebuild",
        description = {
            "Build reporting's facts anew beside those that serve, from Kafka's first event, and compare both.",
            "Ends with 1 where they differ; then say --switch or --drop."
        })
final class RebuildCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration BUILT = Duration.ofHours(12);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private Where where = new Where();

    @Option(names = "--lost", description = "reporting's database is lost: fill an empty one instead")
    private boolean lost;

    @Option(names = "--switch", description = "what was built and differs serves from now on")
    private boolean exchange;

    @Option(names = "--drop", description = "what was built is thrown away")
    private boolean drop;

    @Option(names = "--user", paramLabel = "USER", description = "who asks for it (default: ${DEFAULT-VALUE})")
    private String user = "quantri";

    @Override
    public Integer call() {
        var progress = new Progress();
        try (var platform = where.platform(progress)) {
            if (lost) {
                new Recovery(platform, progress).rebuildReporting();
                return 0;
            }
            if (exchange || drop) {
                progress.say(state(ask(platform, "POST", exchange ? "/switch" : "/deletion")));
                return 0;
            }
            ask(platform, "POST", "");
            return told(follow(platform, progress), progress);
        }
    }

    private JsonNode follow(Platform platform, Progress progress) {
        var last = new AtomicReference<JsonNode>(JSON.createObjectNode());
        var said = new AtomicLong();
        var over = Waiting.until(BUILT, () -> {
            var run = ask(platform, "GET", "");
            last.set(run);
            if (state(run).equals("BUILDING") && progress.seconds() > said.get() + 2) {
                said.set((long) progress.seconds());
                progress.say("%,d of %,d events, %,d a second"
                        .formatted(
                                run.path("eventsRead").asLong(),
                                run.path("eventsOf").asLong(),
                                run.path("eventsPerSecond").asLong()));
            }
            return !state(run).equals("BUILDING");
        });
        if (Thread.currentThread().isInterrupted()) {
            throw new PartFailed("interrupted; the rebuild goes on");
        }
        if (!over) {
            throw new PartFailed("the rebuild is not over after " + BUILT.toHours() + " hours; it goes on");
        }
        return Objects.requireNonNull(last.get());
    }

    private static int told(JsonNode run, Progress progress) {
        progress.say(state(run) + ", compared through "
                + run.path("comparedThrough").asString("") + ": serving "
                + run.path("liveSha256").asString("") + ", rebuilt "
                + run.path("rebuiltSha256").asString(""));
        for (var table : run.path("differences")) {
            progress.say(
                    table.path("table").asString() + ": " + table.path("rows").asLong() + " rows differ");
            for (var row : table.path("examples")) {
                progress.say("  " + row.path("kind").asString() + " "
                        + row.path("aggregate").asString() + ", unit "
                        + row.path("unit").asString("-") + " " + row.path("columns"));
            }
        }
        return state(run).equals("EQUAL") ? 0 : 1;
    }

    private static String state(JsonNode run) {
        return run.path("state").asString("");
    }

    private JsonNode ask(Platform platform, String method, String path) {
        var uri = URI.create(platform.gateway() + "/api/reporting/v1/rebuild" + path);
        var request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + platform.users().token(user))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return GatewayAnswers.body(response);
        } catch (IOException e) {
            throw new PartFailed(
                    "the gateway does not answer at " + platform.gateway() + ": is it up? (./tusoi up)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted; the rebuild goes on", e);
        }
    }
}
