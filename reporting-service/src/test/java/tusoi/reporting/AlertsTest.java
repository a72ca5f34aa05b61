package tusoi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.yaml.snakeyaml.Yaml;
import tusoi.testkit.Servers;
import tusoi.testkit.ServiceProperties;

/** What Prometheus is asked for is what it gets: each alert's metric, by its name there, from the service as it runs. */
class AlertsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("tusoi.root", "..")).resolve("infra/prometheus");
    private static final Pattern IN_BRACES = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"");
    private static final Pattern LABELS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|[a-zA-Z0-9_:])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "Inf", "NaN");

    @Test
    void everyMetricThatAnAlertNamesIsExposed() throws Exception {
        Set<String> wanted = expressions(FOLDER.resolve("alerts.yaml"))
                .flatMap(expression -> names(expression).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wanted)
                .contains(
                        "tusoi_inbox_dead_letters",
                        "tusoi_reconciliation_age_seconds",
                        "tusoi_reconciliation_differences");
        Set<String> exposed = exposed();
        assertThat(exposed).contains("jvm_memory_used_bytes");
        assertThat(wanted).isSubsetOf(exposed);
    }

    @Test
    void namesAreReadFromAnExpression() {
        assertThat(
                        names(
                                "max by (job, instance) (rate(a_b_total{le=\"0.5\"}[5m])) > 3 * 1e3 and on (job) c:d offset 5m unless absent(e_f)"))
                .containsExactlyInAnyOrder("a_b_total", "c:d", "e_f");
    }

    private static Stream<String> expressions(Path file) throws IOException {
        return expressions(new Yaml().<Object>load(Files.readString(file)));
    }

    private static Stream<String> expressions(Object node) {
        return switch (node) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(entry -> "expr".equals(entry.getKey())
                                ? Stream.of(String.valueOf(entry.getValue()))
                                : expressions(entry.getValue()));
            case List<?> list -> list.stream().flatMap(AlertsTest::expressions);
            default -> Stream.empty();
        };
    }

    private static Set<String> names(String expression) {
        String bare =
                LABELS.matcher(IN_BRACES.matcher(expression).replaceAll(" ")).replaceAll(" ");
        return NAME.matcher(bare.replaceAll("\\b[0-9][0-9a-z.]*", " "))
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> exposed() throws Exception {
        var application = new SpringApplication(ReportingApplication.class);
        application.setDefaultProperties(ServiceProperties.properties(
                Servers.postgres().database("reporting"), Servers.kafka().bootstrap()));
        application.setRegisterShutdownHook(false);
        try (var service = application.run();
                var http = HttpClient.newHttpClient()) {
            String port = service.getEnvironment().getRequiredProperty("local.server.port");
            HttpRequest scrape = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<String> answer = http.send(scrape, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[{ ]", 2)[0])
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
