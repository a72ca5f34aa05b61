package tusoi.launcher.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A standing report for a terminal: a line for each column, numbered, then a line of cells for each row, then the checks. */
final class ReportLines {
    private static final int NAME_WIDTH = 36;

    private ReportLines() {}

    static String of(JsonNode report) {
        var lines = new StringBuilder();
        lines.append("%s   %s %s   %s … %s   tree of %s   known at %s%n"
                .formatted(
                        report.at("/title/vi").asString(""),
                        report.at("/unit/code").asString(""),
                        report.at("/unit/name").asString(""),
                        report.path("from").asString(""),
                        report.path("to").asString(""),
                        report.path("asOf").asString(""),
                        report.path("knownAt").asString("")));
        var columns = report.path("columns");
        IntStream.range(0, columns.size())
                .forEach(place -> lines.append("  (%d) %s%s%n"
                        .formatted(
                                place + 1, columns.get(place).at("/title/vi").asString(""), part(columns.get(place)))));
        lines.append(" ".repeat(NAME_WIDTH))
                .append(IntStream.rangeClosed(1, columns.size())
                        .mapToObj(place -> "%10s".formatted("(" + place + ")"))
                        .collect(Collectors.joining()))
                .append('\n');
        report.path("rows").forEach(row -> lines.append(row(row, columns)).append('\n'));
        report.path("checks")
                .forEach(check -> lines.append(check.at("/title/vi").asString(""))
                        .append(held(check))
                        .append('\n'));
        return lines.toString();
    }

    private static String held(JsonNode check) {
        if (check.path("holds").asBoolean()) {
            return ": holds";
        }
        return check.path("differences").isEmpty()
                ? ": no row to check"
                : ": DOES NOT HOLD " + check.path("differences");
    }

    private static String part(JsonNode column) {
        var title = column.at("/partTitle/vi").asString("");
        var show = column.path("show").asString("");
        return (title.isEmpty() ? "" : ": " + title) + (show.equals("count") ? "" : " [" + show + "]");
    }

    private static String row(JsonNode row, JsonNode columns) {
        var name = row.path("key").asString(row.path("kind").asString(""));
        var label = row.path("label").asString("");
        var cells = IntStream.range(0, columns.size())
                .mapToObj(place -> "%10s".formatted(cell(row.path("cells").path(place), columns.get(place))))
                .collect(Collectors.joining());
        return ("%-" + NAME_WIDTH + "s").formatted(label.isEmpty() ? name : cut(name + " " + label)) + cells;
    }

    private static String cut(String text) {
        return text.length() < NAME_WIDTH ? text : text.substring(0, NAME_WIDTH - 2) + "…";
    }

    private static String cell(JsonNode cell, JsonNode column) {
        var value = cell.path("value");
        if (!value.isNumber()) {
            return "–";
        }
        return column.path("show").asString("").equals("percent")
                ? String.format(Locale.ROOT, "%.2f %%", value.asDouble() * 100)
                : value.asString();
    }
}
