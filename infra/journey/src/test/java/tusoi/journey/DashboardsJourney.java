package tusoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.installation.Layout;

/** What the dashboards ask for beside what the services tell when they have worked: any other panel would be empty for ever. */
final class DashboardsJourney {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*+)(\\{[^}]*})?+(?!\\s*\\()");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");

    private final Installation installation;

    DashboardsJourney(Installation installation) {
        this.installation = installation;
    }

    private record Sample(String name, Map<String, String> labels) {}

    /** @param wanted by label; an empty value where the label alone is asked for */
    private record Selector(String name, Map<String, String> wanted) {
        boolean selects(Sample sample) {
            return sample.name().equals(name)
                    && wanted.entrySet().stream()
                            .allMatch(label -> label.getValue().isEmpty()
                                    ? sample.labels().containsKey(label.getKey())
                                    : label.getValue().equals(sample.labels().get(label.getKey())));
        }
    }

    void everyPanelHasSomethingToShow() throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        for (String service : Stream.concat(Layout.SERVICES.stream(), Stream.of(Layout.GATEWAY))
                .toList()) {
            List<Sample> told = samples(service);
            assertThat(told).as(service).isNotEmpty().allSatisfy(sample -> assertThat(sample.labels())
                    .containsEntry("service", service));
            samples.addAll(told);
        }
        List<JsonNode> panels = panels();
        assertThat(panels).hasSizeGreaterThan(10);
        for (JsonNode panel : panels) {
            for (JsonNode target : panel.path("targets")) {
                List<Selector> selectors = selectors(
                        target.path("expr").asString(),
                        target.path("legendFormat").asString());
                assertThat(selectors)
                        .as(panel.path("title").asString())
                        .isNotEmpty()
                        .allSatisfy(selector -> assertThat(samples).anyMatch(selector::selects));
            }
        }
    }

    private List<Sample> samples(String service) throws IOException, InterruptedException {
        var answer = installation.get(installation.platform().service(service), null, "/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        return SAMPLE.matcher(new String(answer.body(), StandardCharsets.UTF_8))
                .results()
                .map(line -> new Sample(line.group(1), labels(line.group(2) == null ? "" : line.group(2))))
                .toList();
    }

    /** Of those that are compared with anything but one value only the name. */
    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        LABEL.matcher(text)
                .results()
                .forEach(label -> labels.put(label.group(1), label.group(2).equals("=") ? label.group(3) : ""));
        return labels;
    }

    private static List<Selector> selectors(String expression, String legend) {
        Map<String, String> shown = new HashMap<>();
        GROUPED.matcher(expression)
                .results()
                .flatMap(labels -> Stream.of(labels.group(1).split("\\s*,\\s*")))
                .forEach(label -> shown.put(label, ""));
        assertThat(SHOWN.matcher(legend).results().map(label -> label.group(1)))
                .as("the legend of " + expression)
                .allMatch(shown::containsKey);
        String bare = GROUPED.matcher(RANGE.matcher(expression).replaceAll("")).replaceAll(" ");
        return SELECTOR.matcher(bare)
                .results()
                .map(found -> {
                    Map<String, String> wanted = new HashMap<>(shown);
                    wanted.putAll(labels(found.group(2) == null ? "" : found.group(2)));
                    return new Selector(found.group(1), wanted);
                })
                .toList();
    }

    private List<JsonNode> panels() throws IOException {
        Path folder = installation.platform().layout().root().resolve("infra/grafana/dashboards");
        try (var files = Files.list(folder)) {
            return files.sorted()
                    .map(DashboardsJourney::dashboard)
                    .flatMap(dashboard -> dashboard.path("panels").valueStream())
                    .toList();
        }
    }

    private static JsonNode dashboard(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
