package tusoi.org.members.balance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.problems.ProblemException;

/** Sums past row policies, so that a right never alters a total; who may ask is checked before. */
@Component
@Transactional(readOnly = true)
class BalanceQueries {
    private final JdbcClient jdbc;

    BalanceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param asOf the day whose tree says what is under the unit; ended units are where their successors are
     * @param difference what ways in and out do not explain: 0
     * @param unplaced of these, whom no single unit of that tree had: they left before theirs was split, or came after it was made
     */
    record BalanceView(
            UUID unitId,
            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            int opening,
            Map<String, Integer> in,
            int inTotal,
            Map<String, Integer> out,
            int outTotal,
            int closing,
            int movedInside,
            int difference,
            Unplaced unplaced) {}

    record Unplaced(int opening, int closing) {}

    private record Line(String part, @Nullable String kind, int members) {}

    /** Of a unit that does not live on the day by the tree of its own nearest one; 404 where it was not known then. */
    BalanceView of(UUID unit, LocalDate from, LocalDate to, LocalDate wanted, @Nullable Instant knownAt) {
        OffsetDateTime known = knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
        LocalDate asOf = jdbc.sql("select day from org.balance_day(?, ?, ?) as day where day is not null")
                .params(unit, wanted, known)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The unit, as known then"));
        List<Line> lines = jdbc.sql("select part, kind, members from org.balance(?, ?, ?, ?, ?)")
                .params(unit, from, to, asOf, known)
                .query(Line.class)
                .list();
        Map<String, Integer> in = byKind(lines, "IN");
        Map<String, Integer> out = byKind(lines, "OUT");
        int opening = sum(lines, "OPENING");
        int closing = sum(lines, "CLOSING");
        int inTotal = sum(lines, "IN");
        int outTotal = sum(lines, "OUT");
        return new BalanceView(
                unit,
                from,
                to,
                asOf,
                opening,
                in,
                inTotal,
                out,
                outTotal,
                closing,
                sum(lines, "INSIDE"),
                closing - opening - inTotal + outTotal,
                new Unplaced(sum(lines, "UNPLACED_OPENING"), sum(lines, "UNPLACED_CLOSING")));
    }

    private static Map<String, Integer> byKind(List<Line> lines, String part) {
        Map<String, Integer> byKind = new TreeMap<>();
        for (Line line : lines) {
            if (line.part().equals(part) && line.kind() != null) {
                byKind.put(line.kind(), line.members());
            }
        }
        return byKind;
    }

    private static int sum(List<Line> lines, String part) {
        return lines.stream()
                .filter(line -> line.part().equals(part))
                .mapToInt(Line::members)
                .sum();
    }
}
