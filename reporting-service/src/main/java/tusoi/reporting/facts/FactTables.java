package tusoi.reporting.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which tables of the schema {@code reporting} are made of events alone, and so can be made anew. */
public final class FactTables {
    private FactTables() {}

    /** Their bare names. */
    public static List<String> names() {
        return Stream.concat(
                        Stream.of("version"), Arrays.stream(FactTable.values()).map(table -> table.name()
                                .toLowerCase(Locale.ROOT)))
                .toList();
    }
}
