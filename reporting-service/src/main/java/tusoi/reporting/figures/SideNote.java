package tusoi.reporting.figures;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import tusoi.reporting.facts.FactChanges;

/**
 * What makes one side of a figure another one, and whether what was recorded since can be counted by itself. Read from the side's own
 * statement, so that no list can be forgotten.
 *
 * @param figure the figure's place in the request
 * @param looksAt the facts and the tree on which each row's counting depends, besides the row
 * @param counts the facts whose rows are counted, each by its own aggregate; empty where more than the changed aggregates' rows may count otherwise
 * @param isSum whether the side is the sum over units of what stands with each, the same in every question that includes it
 */
record SideNote(int figure, Part.Side side, Set<String> looksAt, Set<String> counts, boolean isSum) {
    private static final Pattern TABLE = Pattern.compile("\"reporting\"\\.\"(\\w+)\" (?:as )?\"(\\w+)\"");
    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    /** @param question completed; of another one it may be another */
    static SideNote of(Question question, Part part) {
        Set<String> facts = RestsOn.facts(question, part);
        Set<String> counts = counts(question, part, facts);
        Set<String> looksAt = new HashSet<>(facts);
        looksAt.removeAll(counts);
        return new SideNote(
                part.figure(),
                part.side(),
                Set.copyOf(looksAt),
                counts,
                !counts.isEmpty() && isPlainCount(part) && isOfEveryUnit(question, part));
    }

    Set<String> facts() {
        Set<String> all = new HashSet<>(looksAt);
        all.addAll(counts);
        return all;
    }

    private static Set<String> counts(Question question, Part part, Set<String> facts) {
        List<MatchResult> tables = TABLE.matcher(
                        DSL.selectOne().from(part.measure().facts()).getSQL())
                .results()
                .toList();
        if (tables.size() != 1) {
            return Set.of();
        }
        String table = tables.getFirst().group(1);
        Person person = part.measure().person();
        if (person != null
                && question.persons().moved()
                && (question.persons().joined() || !person.entry().equals(Since.aggregate(part.measure())))) {
            return Set.of(); // whom reorganisations took cannot be told by the aggregates that changed
        }
        String sql = RestsOn.statement(question, part);
        return Pattern.compile("\"reporting\"\\.\"" + table + "\"")
                                .matcher(sql)
                                .results()
                                .count()
                        == 1
                ? Set.copyOf(facts.stream()
                        .filter(fact -> FactChanges.isOfTable(fact, table))
                        .toList())
                : Set.of();
    }

    private static boolean isPlainCount(Part part) {
        Measure measure = part.measure();
        return !part.isBrokenDown() && measure.once() == null && measure.amount() == null && measure.outside() == null;
    }

    /** Whether a row counts wherever its unit is inside, be the question of this unit or another. */
    private static boolean isOfEveryUnit(Question question, Part part) {
        String which = which(part);
        return !which.contains("\"inside\"")
                && !which.contains("\"i\".")
                && !which.contains(question.unit().toString());
    }

    private static String which(Part part) {
        Condition all = part.measure()
                .where()
                .and(part.measure().kept())
                .and(part.measure().ofWhole());
        return SQL.renderInlined(all);
    }
}
