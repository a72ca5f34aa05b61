package tusoi.reporting.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 in UTF-8, with the mark by which spreadsheets know it. Numbers are plain, for programs; nothing but the table is in it. A text that a
 * spreadsheet would take for a formula is written with an apostrophe before it.
 */
final class CsvTable implements TableFormat.Writer {
    private static final char MARK = '\uFEFF';
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    @Override
    public void write(ExportTable table, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(MARK);
        CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
        for (ExportTable.Column column : table.columns()) {
            printer.print(harmless(column.title()));
        }
        printer.println();
        table.rows().tell(row -> {
            print(row.cells(), printer);
            printer.println();
        });
        printer.flush();
    }

    private static void print(List<@Nullable Object> cells, CSVPrinter printer) throws IOException {
        for (Object cell : cells) {
            printer.print(
                    switch (cell) {
                        case null -> "";
                        case BigDecimal number -> number.toPlainString();
                        case Number number -> number.toString();
                        default -> harmless(cell.toString());
                    });
        }
    }

    /** What Excel, LibreOffice and Sheets would reckon is a text for them then. */
    static String harmless(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
