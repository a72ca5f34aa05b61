package tusoi.reporting.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.exports.ExportTable.Kind;

/**
 * A workbook with real numbers in formats of their own, and the certificate on a sheet of its own. Rows leave as they come: texts stand in
 * their cells, as a list of all texts would have to be kept to the end. A text is never a formula.
 */
final class XlsxTable implements TableFormat.Writer {
    private static final int FLUSHED_EVERY = 1_000;
    private static final int FIRST_ROW = 5;
    private static final double NAME_WIDTH = 40;
    private static final double NUMBER_WIDTH = 16;
    private static final int LONGEST_CELL = 32_767;

    private final int rowsOfSheet;

    XlsxTable() {
        this(1_048_576);
    }

    /** @param rowsOfSheet after which a further sheet begins; the format allows no more */
    XlsxTable(int rowsOfSheet) {
        this.rowsOfSheet = rowsOfSheet;
    }

    @Override
    public void write(ExportTable table, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Tusoi", "1.0");
        Sheets sheets = new Sheets(book, table);
        table.rows().tell(sheets::write);
        sheets.finish();
        certificate(book, table);
        book.finish();
    }

    private static void certificate(Workbook book, ExportTable table) throws IOException {
        Worksheet sheet = book.newWorksheet("Chứng thực");
        sheet.width(0, NAME_WIDTH);
        sheet.width(1, NAME_WIDTH * 2);
        for (int row = 0; row < table.certificate().size(); row++) {
            sheet.inlineString(row, 0, cut(table.certificate().get(row).name()));
            sheet.inlineString(row, 1, cut(table.certificate().get(row).value()));
        }
        sheet.finish();
    }

    private static String cut(String text) {
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    /** The sheet that is written now. */
    private final class Sheets {
        private final Workbook book;
        private final ExportTable table;
        private Worksheet sheet;
        private int count = 1;
        private int at;

        private Sheets(Workbook book, ExportTable table) {
            this.book = book;
            this.table = table;
            this.sheet = begun("Bảng");
        }

        private Worksheet begun(String name) {
            Worksheet begun = book.newWorksheet(name);
            List<ExportTable.Column> columns = table.columns();
            begun.inlineString(0, 0, cut(table.organisation()));
            begun.inlineString(1, 0, cut(table.title()));
            begun.inlineString(2, 0, cut(table.subtitle()));
            begun.range(1, 0, 1, 0).style().bold().fontSize(14).set();
            for (int place = 0; place < columns.size(); place++) {
                begun.width(place, columns.get(place).kind() == Kind.TEXT ? NAME_WIDTH : NUMBER_WIDTH);
                begun.inlineString(FIRST_ROW - 1, place, cut(columns.get(place).title()));
                begun.style(FIRST_ROW - 1, place)
                        .bold()
                        .wrapText(true)
                        .borderStyle("thin")
                        .set();
            }
            begun.freezePane(1, FIRST_ROW);
            at = FIRST_ROW;
            return begun;
        }

        private void write(ExportTable.Row row) throws IOException {
            if (at == rowsOfSheet) {
                sheet.finish();
                count++;
                sheet = begun("Bảng " + count);
            }
            for (int place = 0; place < row.cells().size(); place++) {
                cell(place, row.cells().get(place), table.columns().get(place).kind());
                if (row.isTotal()) {
                    sheet.style(at, place).bold().set();
                }
            }
            at++;
            if (at % FLUSHED_EVERY == 0) {
                sheet.flush();
            }
        }

        private void cell(int place, @Nullable Object value, Kind kind) {
            if (value instanceof Number number) {
                sheet.value(at, place, number);
                sheet.style(at, place)
                        .format(kind == Kind.PERCENT ? "0.00%" : isWhole(number) ? "#,##0" : "#,##0.0##")
                        .set();
            } else if (value != null) {
                sheet.inlineString(at, place, cut(value.toString()));
            }
        }

        private static boolean isWhole(Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
        }

        private void finish() throws IOException {
            sheet.finish();
        }
    }
}
