package tusoi.launcher.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.installation.DemoUser;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Says;

@Command(name = "report", description = "The figures of a unit, through the gateway.")
final class ReportCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "UNIT", description = "a unit's code")
    private String unit = "";

    @Option(names = "--from", paramLabel = "DAY")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY")
    private @Nullable String to;

    @Option(names = "--as-of", paramLabel = "DAY", description = "the day of the tree")
    private @Nullable String asOf;

    @Option(names = "--known-at", paramLabel = "INSTANT", description = "as it was known then")
    private @Nullable String knownAt;

    @Option(names = "--by", paramLabel = "DIMENSION[,DIMENSION]")
    private @Nullable String by;

    @Option(names = "--indicators", paramLabel = "NAME[,NAME]", description = "default: all")
    private @Nullable String indicators;

    @Option(names = "--cycle", paramLabel = "YEAR")
    private @Nullable String cycle;

    @Option(names = "--report", paramLabel = "CODE", description = "a standing report instead, such as member-movement")
    private @Nullable String report;

    @Option(names = "--year", paramLabel = "YEAR", description = "with --report: a calendar year, or the cycles of it")
    private @Nullable String year;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "who asks (default: the demo user nearest to the unit)")
    private @Nullable String user;

    @Option(names = "--json", description = "the answer as it comes")
    private boolean json;

    @Override
    public Integer call() {
        try (var platform = where.platform(Says.NOTHING)) {
            var token = platform.users().token(user == null ? nearest(platform) : user);
            if (report != null) {
                var answer = get(platform, token, "/reports/" + report + "?" + query(null));
                System.out.println(json ? answer.body() : ReportLines.of(JSON.readTree(answer.body())));
                return 0;
            }
            var wanted = indicators == null ? allIndicators(platform, token) : indicators;
            var answer = get(platform, token, "/figures?" + query(wanted));
            if (json) {
                System.out.println(answer.body());
            } else {
                FigureTable.print(JSON.readTree(answer.body()), answer.headers());
            }
            return 0;
        }
    }

    private String nearest(Platform platform) {
        for (var code = unit;
                !code.isEmpty();
                code = code.contains(".") ? code.substring(0, code.lastIndexOf('.')) : "") {
            var here = code;
            var found = platform.users().all().stream()
                    .filter(candidate -> candidate.unit().equals(here) || here.equals(candidate.formerUnit()))
                    .map(DemoUser::username)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return "quantri";
    }

    private static String allIndicators(Platform platform, String token) {
        var body = JSON.readTree(get(platform, token, "/indicators").body());
        var items = body.isArray() ? body : body.path("items");
        return items.valueStream()
                .map(item -> item.isString()
                        ? item.asString()
                        : item.path("indicator").asString(item.path("id").asString("")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(","));
    }

    private String query(@Nullable String wanted) {
        var parameters = new LinkedHashMap<String, @Nullable String>();
        parameters.put("unit", unit);
        parameters.put("indicators", wanted);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("asOf", asOf);
        parameters.put("knownAt", knownAt);
        parameters.put("by", by);
        parameters.put("cycle", cycle);
        parameters.put("year", year);
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(Map.Entry<String, @Nullable String> parameter) {
        return URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(Platform platform, String token, String path) {
        var uri = URI.create(platform.gateway() + "/api/reporting/v1" + path);
        var request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "vi")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new PartFailed(
                        "GET " + uri + " answers " + response.statusCode() + ": " + problem(response.body()));
            }
            return response;
        } catch (IOException e) {
            throw new PartFailed(
                    "the gateway does not answer at " + platform.gateway() + ": is it up? (./tusoi up)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    private static String problem(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("detail").asString(problem.path("title").asString(body));
        } catch (RuntimeException notJson) {
            return body;
        }
    }
}
