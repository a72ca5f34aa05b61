package tusoi.journey.figures;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tusoi.journey.api.Api;
import tusoi.journey.api.Refused;
import tusoi.journey.register.DemoUnit;

/**
 * Facts of before a reform under the tree of its day: the city by its children of then and of the new day, and each new ward beside
 * the wards that it was made of. Parts and what has no place in the new tree ("unplaced") are the old total, to the one.
 */
public final class Recut {
    private static final String INDICATORS = "&indicators=";
    private static final List<Question> QUESTIONS = List.of(
            new Question(
                    "from 1/1/2020 to 1/10/2023",
                    "&from=2020-01-01&to=2023-10-01&indicators=member.count,unit.branches,member.admitted,member.struck-off"
                            + ",member.deceased,discipline.members,removal.members"),
            new Question(
                    "the review of 2022, on 31/12/2022",
                    "&from=2022-01-01&to=2022-12-31&cycle=2022"
                            + "&indicators=review.members-reviewed,review.good-or-better,review.units-completed"));
    private static final Cut MISSING = new Cut(BigDecimal.ZERO, null, Map.of(), BigDecimal.ZERO);

    private final Api api;
    private final String reader;
    private final DemoUnit city;
    private final String day;
    private final Map<DemoUnit, List<DemoUnit>> mergers;

    private record Question(String title, String query) {
        String of(String unit) {
            return "/api/reporting/v1/figures?unit=" + unit + query + "&by=unit";
        }

        List<String> indicators() {
            return List.of(query.substring(query.indexOf(INDICATORS) + INDICATORS.length())
                    .split(","));
        }
    }

    /** An indicator under the old tree and the new one. */
    private record Line(String indicator, Cut before, Cut after, List<String> oldNames, List<String> newNames) {
        boolean isExact() {
            return before != MISSING && after != MISSING && after.agreesWith(before);
        }

        String text() {
            return "  %-24s %6s = %s%n  %-24s %6s = %s, unplaced %s   %s"
                    .formatted(
                            indicator,
                            before.whole().toPlainString(),
                            before.text(oldNames),
                            "  re-cut",
                            after.whole().toPlainString(),
                            after.text(newNames),
                            after.unplaced().toPlainString(),
                            isExact() ? "ok" : "NOT");
        }
    }

    /** @param mergers the new wards with those they were made of */
    public Recut(Api api, String reader, DemoUnit city, String day, Map<DemoUnit, List<DemoUnit>> mergers) {
        this.api = api;
        this.reader = reader;
        this.city = city;
        this.day = day;
        this.mergers = mergers;
    }

    /** True where every sum is exact. */
    public boolean printTo(PrintStream out) {
        out.printf("%nFacts of before, under the tree of %s%n", day);
        List<Line> lines = new ArrayList<>();
        for (Question question : QUESTIONS) {
            lines.addAll(ofCity(out, question));
            mergers.forEach((made, former) -> lines.addAll(ofWard(out, question, made, former)));
        }
        long wrong = lines.stream().filter(line -> !line.isExact()).count();
        out.printf("%n%d of %d re-cut sums exact%n", lines.size() - wrong, lines.size());
        return wrong == 0 && !lines.isEmpty();
    }

    private List<Line> ofCity(PrintStream out, Question question) {
        Map<String, Cut> before = cuts(question.of(city.code()));
        Map<String, Cut> after = cuts(recut(question.of(city.code())));
        List<String> districts = mergers.values().stream()
                .map(former -> former.getFirst().parent())
                .toList();
        List<String> wards = mergers.keySet().stream().map(DemoUnit::code).toList();
        return print(out, question, city, List.of(city.code()), before, after, districts, wards);
    }

    private List<Line> ofWard(PrintStream out, Question question, DemoUnit made, List<DemoUnit> former) {
        List<String> codes = former.stream().map(DemoUnit::code).toList();
        Map<String, Map<String, Cut>> byWard = new LinkedHashMap<>();
        codes.forEach(code -> byWard.put(code, cuts(question.of(code))));
        Map<String, Cut> before = new LinkedHashMap<>();
        question.indicators().forEach(indicator -> {
            Map<String, Cut> units = new LinkedHashMap<>();
            byWard.forEach((code, cuts) -> {
                Cut cut = cuts.get(indicator);
                if (cut != null) {
                    units.put(code, cut);
                }
            });
            if (units.size() == codes.size()) {
                before.put(indicator, Cut.of(units));
            }
        });
        return print(out, question, made, codes, before, cuts(recut(question.of(made.code()))), codes, List.of());
    }

    private List<Line> print(
            PrintStream out,
            Question question,
            DemoUnit unit,
            List<String> asked,
            Map<String, Cut> before,
            Map<String, Cut> after,
            List<String> oldNames,
            List<String> newNames) {
        out.printf("%n%s, %s%n", unit.name(), question.title());
        asked.forEach(code -> out.println("  GET " + question.of(code)));
        out.println("  GET " + recut(question.of(unit.code())));
        List<Line> lines = new ArrayList<>();
        question.indicators()
                .forEach(indicator -> lines.add(new Line(
                        indicator,
                        before.getOrDefault(indicator, MISSING),
                        after.getOrDefault(indicator, MISSING),
                        oldNames,
                        newNames)));
        lines.forEach(line -> out.println(line.text()));
        return lines;
    }

    private String recut(String request) {
        return request + "&asOf=" + day;
    }

    private Map<String, Cut> cuts(String request) {
        return Cut.in(answer(request));
    }

    private JsonNode answer(String request) {
        try {
            return api.get(reader, request).body();
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            return MissingNode.getInstance();
        }
    }
}
