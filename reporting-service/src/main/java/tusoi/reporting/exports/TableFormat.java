package tusoi.reporting.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tusoi.platform.problems.ProblemException;

/** The formats, each with its media type and what writes it. */
enum TableFormat {
    CSV("text/csv;charset=UTF-8", new CsvTable()),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", new XlsxTable()),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", new DocxTable()),
    PDF("application/pdf", new PdfTable());

    private final String mediaType;
    private final Writer writer;

    TableFormat(String mediaType, Writer writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /** Writes a table as it is told, row by row. */
    interface Writer {
        void write(ExportTable table, OutputStream out) throws IOException;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    void write(ExportTable table, OutputStream out) throws IOException {
        writer.write(table, out);
    }

    /** A 400 problem where there is none of that name. */
    static TableFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.unreadable(
                        "format",
                        name + " is no format of a table",
                        "Ask for one of "
                                + Arrays.stream(values())
                                        .map(TableFormat::extension)
                                        .collect(Collectors.joining(", "))));
    }
}
