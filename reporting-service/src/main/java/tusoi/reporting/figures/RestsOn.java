package tusoi.reporting.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.facts.FactChanges;

/**
 * On which facts a figure rests: those that its own statement names, so that no list of them can be forgotten. The sums are made of the
 * same ones.
 */
final class RestsOn {
    private static final Pattern TABLES = Pattern.compile("\"?\\breporting\"?\\.\"?(\\w+)\"?(?:(?: as)? \"(\\w+)\")?");

    private RestsOn() {}

    /**
     * Of one side of a figure, but for the ways on which reorganisations took persons.
     *
     * @param question completed; of another one they may be others
     */
    static Set<String> facts(Question question, Part part) {
        return named(statement(question, part));
    }

    static String statement(Question question, Part part) {
        return Composer.compose(question.with(Persons.PLAIN), List.of(), List.of(part))
                .getSQL();
    }

    /** Tables; of one whose rows are told apart by kind the kinds, where each mention of it asks for one. */
    static Set<String> named(String sql) {
        Map<Mention, Integer> mentions = new HashMap<>();
        TABLES.matcher(sql)
                .results()
                .forEach(found -> mentions.merge(new Mention(found.group(1), found.group(2)), 1, Integer::sum));
        Set<String> facts = new TreeSet<>();
        mentions.forEach((mention, times) -> {
            List<String> kinds = mention.kinds(sql);
            if (kinds.size() == times) {
                kinds.forEach(kind -> facts.add(FactChanges.ofKind(mention.table(), kind)));
            } else {
                facts.add(mention.table());
            }
        });
        return facts;
    }

    private record Mention(String table, @Nullable String alias) {
        /** One for each time that the statement asks for one; none of a table whose rows are not told apart. */
        private List<String> kinds(String sql) {
            return alias == null || !FactChanges.isToldByKind(table)
                    ? List.of()
                    : Pattern.compile("\"" + alias + "\"\\.\"kind\" = '(\\w+)'")
                            .matcher(sql)
                            .results()
                            .map(found -> found.group(1))
                            .toList();
        }
    }
}
