package tusoi.reporting.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Catalogue;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;
import tusoi.reporting.indicators.Text;
import tusoi.reporting.reports.ReportDefinition.Check;
import tusoi.reporting.reports.ReportDefinition.Column;
import tusoi.reporting.reports.ReportDefinition.Period;
import tusoi.reporting.reports.ReportDefinition.Show;

/** Reads a report's file, and says in which line it cannot be what it says. */
final class ReportFile {
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_CHECKS = 10;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final Catalogue catalogue;

    ReportFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ReportDefinition read(String file, String content) {
        YamlPlace root = YamlPlace.read(file, content);
        Map<String, YamlPlace> fields =
                root.fields(Set.of("code", "version", "title", "period", "rows", "columns", "checks"));
        YamlPlace rowsPlace = fields.get("rows");
        Dimension rows = rowsPlace == null ? null : dimension(rowsPlace);
        List<Column> columns = columns(root.required(fields, "columns"), rows);
        YamlPlace checks = fields.get("checks");
        return new ReportDefinition(
                matching(root.required(fields, "code"), CODE, "a code of small letters, digits and hyphens"),
                Integer.parseInt(matching(root.required(fields, "version"), NUMBER, "a number from 1 on")),
                title(root.required(fields, "title")),
                root.required(fields, "period").oneOf(Period.values()),
                rows,
                columns,
                checks == null ? List.of() : checks(checks, columns));
    }

    private List<Column> columns(YamlPlace place, @Nullable Dimension rows) {
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlPlace item : place.items()) {
            Column column = column(item, rows);
            if (!seen.add(column.indicator().id() + " " + column.by())) {
                throw item.wrong(column.indicator().id() + " has a column already");
            }
            columns.add(column);
        }
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            throw place.wrong("1 to " + MOST_COLUMNS + " columns are wanted, here are " + columns.size());
        }
        return columns;
    }

    private Column column(YamlPlace place, @Nullable Dimension rows) {
        Map<String, YamlPlace> fields = place.fields(Set.of("indicator", "title", "by", "each", "parts", "show"));
        YamlPlace named = place.required(fields, "indicator");
        Indicator indicator =
                catalogue.find(named.text()).orElseThrow(() -> named.wrong("there is no indicator " + named.text()));
        if (rows != null && !indicator.dimensions().contains(rows)) {
            throw named.wrong(indicator.id() + " is not broken down by " + rows.code() + ", as the rows are");
        }
        YamlPlace byPlace = fields.get("by");
        Dimension by = byPlace == null ? null : dimension(byPlace);
        if (byPlace != null && (by == rows || !indicator.dimensions().contains(by))) {
            throw byPlace.wrong(indicator.id() + " has no columns by " + byPlace.text());
        }
        Map<String, Text> parts = new LinkedHashMap<>();
        YamlPlace partsPlace = fields.get("parts");
        if (partsPlace != null && by == null) {
            throw partsPlace.wrong("parts of what? `by` is missing");
        }
        if (partsPlace != null) {
            partsPlace.entries().forEach((code, text) -> parts.put(code, title(text)));
        }
        YamlPlace each = fields.get("each");
        if (each != null && (!each.text().equals("true") || rows != Dimension.UNIT || by != null)) {
            throw each.wrong("true alone, where the rows are units, without `by`");
        }
        YamlPlace title = fields.get("title");
        return new Column(
                indicator,
                title == null ? indicator.text() : title(title),
                by,
                each != null,
                parts,
                fields.get("show") == null ? List.of(Show.COUNT) : shown(fields.get("show"), indicator));
    }

    private static List<Show> shown(YamlPlace place, Indicator indicator) {
        List<Show> shown = new ArrayList<>();
        for (YamlPlace item : place.items()) {
            Show show = item.oneOf(Show.values());
            if (show != Show.COUNT && indicator.denominatorName() == null) {
                throw item.wrong(indicator.id() + " is measured against nothing");
            }
            if (shown.contains(show)) {
                throw item.wrong(item.text() + " stands here twice");
            }
            shown.add(show);
        }
        if (shown.isEmpty()) {
            throw place.wrong("say what is shown");
        }
        return shown;
    }

    private static List<Check> checks(YamlPlace place, List<Column> columns) {
        List<Check> checks = new ArrayList<>();
        for (YamlPlace item : place.items()) {
            Map<String, YamlPlace> fields = item.fields(Set.of("title", "says"));
            YamlPlace says = item.required(fields, "says");
            checks.add(check(says, title(item.required(fields, "title")), columns));
        }
        if (checks.size() > MOST_CHECKS) {
            throw place.wrong("at most " + MOST_CHECKS + " checks");
        }
        return checks;
    }

    /** {@code member.opening + member.admitted - member.deceased = member.closing}. */
    private static Check check(YamlPlace place, Text title, List<Column> columns) {
        List<String> added = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        String result = null;
        String sign = "+";
        String[] words = place.text().split("\\s+");
        for (int at = 0; at < words.length; at++) {
            if (at % 2 == 1) {
                sign = words[at];
                if (!Set.of("+", "-", "=").contains(sign) || result != null) {
                    throw place.wrong("written as a + b - c = d, " + sign + " cannot stand where it does");
                }
                continue;
            }
            String term = words[at];
            if (columns.stream()
                    .noneMatch(column -> column.by() == null
                            && column.show().contains(Show.COUNT)
                            && column.indicator().id().equals(term))) {
                throw place.wrong(term + " is no column of this report that shows a count");
            }
            switch (sign) {
                case "+" -> added.add(term);
                case "-" -> taken.add(term);
                default -> result = term;
            }
        }
        if (result == null) {
            throw place.wrong("written as a + b - c = d, what comes out is missing");
        }
        return new Check(title, String.join(" ", words), added, taken, result);
    }

    private static Dimension dimension(YamlPlace place) {
        return Dimension.byCode(place.text()).orElseThrow(() -> place.wrong("there is no dimension " + place.text()));
    }

    private static Text title(YamlPlace place) {
        Map<String, YamlPlace> fields = place.fields(Set.of("vi", "en"));
        return new Text(
                place.required(fields, "vi").text(),
                place.required(fields, "en").text());
    }

    private static String matching(YamlPlace place, Pattern form, String wanted) {
        if (!form.matcher(place.text()).matches()) {
            throw place.wrong(place.text() + " is not " + wanted);
        }
        return place.text();
    }
}
