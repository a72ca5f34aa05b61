package tusoi.launcher.cli;

import java.net.http.HttpHeaders;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An answer of reporting as lines for a terminal: a ratio with its base, what is absent with its reason. */
final class FigureTable {
    private FigureTable() {}

    static void print(JsonNode answer, HttpHeaders headers) {
        var unit = answer.path("unit");
        System.out.printf(
                "%s %s   %s … %s   tree of %s   known at %s%n",
                unit.path("code").asString(),
                unit.path("name").asString(),
                answer.at("/span/from").asString(),
                answer.at("/span/to").asString(),
                answer.path("asOf").asString(),
                answer.path("knownAt").asString());
        headers.firstValue("Tusoi-Watermark")
                .ifPresent(watermark -> System.out.println("complete through " + watermark));
        answer.path("figures").valueStream().forEach(FigureTable::figure);
    }

    private static void figure(JsonNode figure) {
        System.out.printf("%-32s %s%n", figure.path("indicator").asString(), value(figure));
        var breakdown = figure.path("breakdown");
        if (breakdown.isObject()) {
            breakdown
                    .path("parts")
                    .valueStream()
                    .forEach(part -> System.out.printf("    %-44s %s%n", keys(part), value(part)));
            if (breakdown.path("unplaced").asLong(0) != 0) {
                System.out.printf(
                        "    %-44s %s%n", "unplaced", breakdown.path("unplaced").asString());
            }
        }
    }

    private static String value(JsonNode figure) {
        if (!figure.path("absent").isMissingNode() && !figure.path("absent").isNull()) {
            return "– (" + figure.path("absent").asString() + ")";
        }
        var numerator = figure.path("numerator").asString(figure.path("value").asString(""));
        var denominator = figure.path("denominator");
        if (!denominator.isNumber()) {
            return numerator;
        }
        var ratio = figure.path("ratio");
        return numerator + " / " + denominator.asString()
                + (ratio.isNumber() ? "  = %.2f %%".formatted(ratio.asDouble() * 100) : "");
    }

    private static String keys(JsonNode part) {
        var labels = part.path("labels").isEmpty() ? part.path("keys") : part.path("labels");
        return labels.propertyStream().map(label -> label.getValue().asString()).collect(Collectors.joining(" · "));
    }
}
