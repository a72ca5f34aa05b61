package tusoi.reporting.facts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/** A batch's new rows in the text form of PostgreSQL's COPY, the fastest way in. */
final class Rows {
    private final Map<FactTable, StringBuilder> texts = new EnumMap<>(FactTable.class);

    /** Begins a row with what every fact has; its own values, as many as the table has columns, follow. */
    void add(FactTable table, Recorded recorded, @Nullable Object... values) {
        StringBuilder text = texts.computeIfAbsent(table, _ -> new StringBuilder(1 << 14));
        text.append(recorded.event().aggregateId()).append('\t');
        text.append(recorded.event().version()).append('\t');
        text.append(recorded.event().recordedAt()).append('\t');
        text.append(recorded.recordedTo() == null ? "infinity" : recorded.recordedTo());
        for (Object value : values) {
            append(text.append('\t'), value);
        }
        text.append('\n');
    }

    void copyTo(CopyManager copies) throws SQLException {
        for (var entry : texts.entrySet()) {
            FactTable table = entry.getKey();
            String sql = "copy " + table.qualifiedName() + " (" + String.join(", ", table.columns()) + ") from stdin";
            try {
                copies.copyIn(sql, new StringReader(entry.getValue().toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String plain = value.toString();
        for (int i = 0; i < plain.length(); i++) {
            switch (plain.charAt(i)) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(plain.charAt(i));
            }
        }
    }
}
