package tusoi.launcher.cli;

import tools.jackson.databind.JsonNode;

/** Dead letters as lines. */
final class LetterLines {
    private LetterLines() {}

    static String of(String service, JsonNode letter) {
        var asked =
                letter.path("asked").isString() ? ", " + letter.path("asked").asString() : "";
        return "%-10s  %s  %s%s  %s  %s-%d@%d  %s  %s, tried %d times"
                .formatted(
                        service,
                        letter.path("id").asString(),
                        letter.path("state").asString(),
                        asked,
                        letter.path("cause").asString(),
                        letter.path("topic").asString(),
                        letter.path("partition").asInt(),
                        letter.path("offset").asLong(),
                        letter.path("type").asString("no type"),
                        letter.path("recordedAt").asString("no time"),
                        letter.path("tries").asInt());
    }

    /** With what it says and what was done about it. */
    static String whole(String service, JsonNode detail) {
        var lines = new StringBuilder(of(service, detail.path("letter"))).append('\n');
        lines.append("  reason   ").append(detail.path("reason").asString("")).append('\n');
        lines.append(detail.at("/letter/state").asString("").equals("OPEN") ? "  holds    " : "  held     ")
                .append(detail.path("heldThrough").asString("nothing"))
                .append('\n');
        detail.path("headers").properties().forEach(header -> lines.append("  header   ")
                .append(header.getKey())
                .append(": ")
                .append(header.getValue().asString())
                .append('\n'));
        lines.append("  payload  ")
                .append(detail.path("payload").asString("none"))
                .append('\n');
        detail.path("history").forEach(step -> lines.append(step(step)).append('\n'));
        return lines.toString();
    }

    private static String step(JsonNode step) {
        var by = step.path("account").isString() ? " by " + step.path("account").asString() : "";
        var at = step.path("service").isString() ? " at " + step.path("service").asString() : "";
        var told = step.path("told").isString() ? ": " + step.path("told").asString() : "";
        return "  %3d  %s  %s%s%s%s"
                .formatted(
                        step.path("number").asInt(),
                        step.path("at").asString(),
                        step.path("action").asString(),
                        by,
                        at,
                        told);
    }
}
