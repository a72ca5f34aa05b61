package tusoi.reporting.exports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to be written, whatever the format.
 *
 * @param organisation whose paper it is
 * @param title over the table
 * @param subtitle below the title
 * @param rows told one after another; each time it is asked anew
 * @param certificate what it rests on and by what it can be checked
 */
record ExportTable(
        String organisation, String title, String subtitle, List<Column> columns, Rows rows, List<Line> certificate) {
    ExportTable {
        columns = List.copyOf(columns);
        certificate = List.copyOf(certificate);
    }

    /** What a column's cells are: a text, a number, or a ratio that is shown in percent. */
    enum Kind {
        TEXT,
        NUMBER,
        PERCENT
    }

    record Column(String title, Kind kind) {}

    /** @param cells texts and numbers as the columns are; a text where a figure is absent, that says why */
    record Row(List<@Nullable Object> cells, boolean isTotal) {}

    record Line(String name, String value) {}

    /** Takes a row at a time. */
    interface RowWriter {
        void write(Row row) throws IOException;
    }

    /** Tells a row at a time. */
    interface Rows {
        void tell(RowWriter to) throws IOException;
    }
}
