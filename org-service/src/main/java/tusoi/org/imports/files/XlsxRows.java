package tusoi.org.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import tusoi.org.imports.domain.Columns;
import tusoi.platform.problems.ProblemException;

/** The first sheet of an XLSX file; days may be cells of type date. */
public record XlsxRows(Path file) implements RowSource {
    private static final long UNPACKED_BYTES = 600L * 1024 * 1024;
    private static final long SHARED_STRING_BYTES = 96L * 1024 * 1024;
    private static final int MOST_DIGITS = 40;

    @Override
    public void forEach(Sink sink) throws IOException {
        try {
            checkUnpackedSize();
            try (ReadableWorkbook book = opened();
                    Stream<Row> rows = firstSheet(book)) {
                Iterator<Row> read = rows.iterator();
                for (Numbered row = next(read); row != null; row = next(read)) {
                    if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                        sink.row(row.number(), row.cells());
                    }
                }
            }
        } catch (IOException | ExcelReaderException | UncheckedIOException e) {
            throw unreadable();
        }
    }

    private ReadableWorkbook opened() throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    private static Stream<Row> firstSheet(ReadableWorkbook book) throws IOException {
        try {
            return book.getFirstSheet().openStream();
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    private record Numbered(int number, List<String> cells) {}

    /** Whatever the reading library throws is of the file; what the sink throws is not. */
    private static @Nullable Numbered next(Iterator<Row> rows) {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            return new Numbered(row.getRowNum(), cells(row));
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.unreadable("file", "It is no readable XLSX file", "Save it again as .xlsx");
    }

    /** A small file can unpack to any size: it is unpacked once, into nothing, before anything is kept of it. */
    private void checkUnpackedSize() throws IOException {
        long total = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                long limit = entry.getName().endsWith("sharedStrings.xml") ? SHARED_STRING_BYTES : UNPACKED_BYTES;
                long size = 0;
                CellReferences references = new CellReferences();
                boolean isSheet = !entry.getName().endsWith("sharedStrings.xml");
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        size += read;
                        total += read;
                        if (size > limit || total > UNPACKED_BYTES) {
                            throw ProblemException.tooLarge("The file unpacks to more than can be taken");
                        }
                        if (isSheet && !references.areWithinASheet(buffer, read)) {
                            throw unreadable();
                        }
                    }
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), Columns.MOST + 1); i++) {
            cells.add(text(row.getOptionalCell(i).orElse(null)));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return number(cell);
        }
        return cell.getType() == CellType.STRING ? cell.asString() : String.valueOf(cell.getValue());
    }

    /** In full, without an exponent; as it stands where that would be too long, or is no number or no day at all. */
    private static String number(Cell cell) {
        try {
            if (isDay(cell)) {
                return cell.asDate().toLocalDate().toString();
            }
            BigDecimal number = new BigDecimal(cell.getRawValue());
            return Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS
                    ? cell.getRawValue()
                    : number.stripTrailingZeros().toPlainString();
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException none) {
            return cell.getRawValue();
        }
    }

    private static boolean isDay(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).matches(".*(yy|d{1,2}[^a-z]+m|m[^a-z]+d).*");
    }
}
