package tusoi.org;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files of members, good ones and such as no program would write. */
final class Spreadsheets {
    static final String HEADER =
            "unit_code,member_ref,full_name,birth_date,gender,person_identifier,admitted_on,recognised_on,member_since,state,exempt";
    static final String SHEET = "xl/worksheets/sheet1.xml";

    private Spreadsheets() {}

    static String row(String unitCode) {
        return unitCode + ",,Trần Thị Ví Dụ,1980-05-19,FEMALE," + Register.identifier()
                + ",2001-02-03,2002-02-03,2012-05-19,OFFICIAL,false";
    }

    static byte[] csv(String... rows) {
        return (HEADER + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Lines of comma separated cells as cells of text. */
    static byte[] workbook(List<String> lines) {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("members");
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** With the part's text changed. */
    static byte[] changed(byte[] workbook, String part, UnaryOperator<String> change) {
        return zip(
                workbook,
                (name, content) -> name.equals(part)
                        ? List.of(change.apply(new String(content, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8))
                        : List.of(content));
    }

    /** With so many blanks before the part's text that a few kilobytes become as many megabytes. */
    static byte[] bomb(byte[] workbook, String part, int megabytes) {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        return zip(workbook, (name, content) -> {
            List<byte[]> pieces =
                    new ArrayList<>(name.equals(part) ? Collections.nCopies(megabytes, blanks) : List.of());
            pieces.add(content);
            return pieces;
        });
    }

    private static byte[] zip(byte[] workbook, BiFunction<String, byte[], List<byte[]>> change) {
        var bytes = new ByteArrayOutputStream();
        try {
            Path file = Files.createTempFile("members", ".xlsx");
            Files.write(file, workbook);
            try (var in = new ZipFile(file.toFile());
                    var out = new ZipOutputStream(bytes)) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    for (byte[] piece : change.apply(
                            entry.getName(), in.getInputStream(entry).readAllBytes())) {
                        out.write(piece);
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
