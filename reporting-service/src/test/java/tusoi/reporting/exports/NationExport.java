package tusoi.reporting.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.exports.ExportTable.Column;
import tusoi.reporting.exports.ExportTable.Kind;
import tusoi.reporting.exports.ExportTable.Line;
import tusoi.reporting.exports.ExportTable.Row;

/** A table as of a nation, made as it is written: every row with a name of its own, nine numbers and a percent. */
final class NationExport {
    private static final int NUMBERS = 9;

    private NationExport() {}

    /** {@code FORMAT ROWS FILE}; prints rows, milliseconds, bytes. */
    public static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[2]);
        int rows = Integer.parseInt(arguments[1]);
        long began = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            TableFormat.of(arguments[0]).write(table(rows), out);
        }
        System.out.println(rows + " rows, " + (System.nanoTime() - began) / 1_000_000 + " ms, " + Files.size(file)
                + " bytes, at most " + Runtime.getRuntime().maxMemory() / 1_048_576 + " MB of heap");
    }

    static ExportTable table(int rows) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Mã", Kind.TEXT), new Column("Đơn vị", Kind.TEXT)));
        for (int n = 0; n < NUMBERS; n++) {
            columns.add(new Column("Chỉ tiêu " + n, Kind.NUMBER));
        }
        columns.add(new Column("Tỷ lệ", Kind.PERCENT));
        return new ExportTable(
                "Toàn quốc",
                "Biến động đảng viên",
                "Từ ngày 01/01/2021 đến ngày 31/12/2025",
                columns,
                to -> {
                    for (int row = 0; row < rows; row++) {
                        to.write(new Row(cells(row), row == rows - 1));
                    }
                },
                List.of(new Line("SHA-256", "0".repeat(64))));
    }

    private static List<@Nullable Object> cells(int row) {
        List<@Nullable Object> cells =
                new ArrayList<>(List.of("VN." + row, "Chi bộ khu phố " + row + ", phường Bến Nghé"));
        for (int n = 0; n < NUMBERS; n++) {
            cells.add(BigDecimal.valueOf((long) row * (n + 1) % 9_973));
        }
        cells.add(row % 7 == 0 ? null : BigDecimal.valueOf(row % 1_000, 3));
        return cells;
    }
}
