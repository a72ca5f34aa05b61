package tusoi.journey.figures;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tusoi.journey.api.Api;
import tusoi.journey.api.Refused;

/** Asks for each published figure and prints it beside the press's. */
public final class PublishedFigures {
    private final Api api;
    private final String reader;
    private final Map<String, JsonNode> answers = new HashMap<>();

    /** @param reader somebody who may read figures of both districts, small parts included */
    public PublishedFigures(Api api, String reader) {
        this.api = api;
        this.reader = reader;
    }

    /** A row with what was computed for it. */
    record Compared(Row row, Figure computed, boolean agrees) {
        String line() {
            return "%-4s %3d  %-58s %-18s %-22s %s"
                    .formatted(
                            row.article(),
                            row.number(),
                            row.counted(),
                            row.printed().text(),
                            row.printed().show(computed),
                            agrees ? "ok" : "NOT");
        }
    }

    /** True where every covered row is reproduced. */
    public boolean printTo(PrintStream out) {
        List<Compared> compared = compare();
        out.printf("%n%-4s %3s  %-58s %-18s %-22s%n", "art.", "row", "what is counted", "in the press", "computed");
        for (Compared one : compared) {
            out.println(one.line());
            out.println("           GET " + one.row().request());
        }
        out.printf("%nNot covered by the services yet, and not counted:%n");
        PublishedRows.notCovered().forEach(line -> out.println("  " + line));
        long wrong = compared.stream().filter(one -> !one.agrees()).count();
        out.printf("%n%d of %d published figures reproduced%n", compared.size() - wrong, compared.size());
        return wrong == 0;
    }

    /** The numbers of the rows that are not reproduced. */
    public Set<Integer> wrong() {
        return compare().stream()
                .filter(one -> !one.agrees())
                .map(one -> one.row().number())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Compared> compare() {
        return PublishedRows.covered().stream().map(this::compare).toList();
    }

    private Compared compare(Row row) {
        Figure computed = row.in(answer(row.request()));
        return new Compared(row, computed, row.printed().agreesWith(computed));
    }

    private JsonNode answer(String request) {
        JsonNode known = answers.get(request);
        if (known == null) {
            known = ask(request);
            answers.put(request, known);
        }
        return known;
    }

    /** A refused request is a figure that is not there, not the end of the table. */
    private JsonNode ask(String request) {
        try {
            return api.get(reader, request).body();
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            return MissingNode.getInstance();
        }
    }
}
