package tusoi.org.imports.files;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tusoi.platform.problems.ProblemException;

/** CSV in UTF-8, with or without a byte order mark; the separator is the one that the first row has more of. */
public record CsvRows(InputStream file) implements RowSource {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int FIRST_ROW_CHARACTERS = 8192;
    private static final int ROW_CHARACTERS = 1_000_000;

    @Override
    public void forEach(Sink sink) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        file,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                FIRST_ROW_CHARACTERS);
        try {
            read(reader, sink);
        } catch (CharacterCodingException e) {
            throw ProblemException.unreadable("file", "It is not text in UTF-8", "Save it as CSV UTF-8");
        } catch (UncheckedIOException | IllegalStateException e) {
            throw ProblemException.unreadable("file", "It is no CSV: a quotation mark is not closed", "Save it again");
        }
    }

    private static void read(BufferedReader reader, Sink sink) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(reader))
                .setIgnoreEmptyLines(false)
                .get();
        RowLimit limit = new RowLimit(reader);
        try (CSVParser parser = CSVParser.parse(limit, format)) {
            for (CSVRecord row : parser) {
                limit.nextRow();
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    sink.row(Math.toIntExact(row.getRecordNumber()), row.toList());
                }
            }
        }
    }

    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(FIRST_ROW_CHARACTERS);
        int commas = 0;
        int semicolons = 0;
        for (int n = 0, c = reader.read();
                c >= 0 && c != '\n' && n < FIRST_ROW_CHARACTERS - 1;
                n++, c = reader.read()) {
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
        }
        reader.reset();
        return semicolons > commas ? ';' : ',';
    }

    /** Gives up on a row that does not end, as where a quotation mark is not closed, before it has filled the memory. */
    private static final class RowLimit extends FilterReader {
        private int characters;

        private RowLimit(Reader file) {
            super(file);
        }

        private void nextRow() {
            characters = 0;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            characters += read;
            if (characters > ROW_CHARACTERS) {
                throw ProblemException.unreadable(
                        "file",
                        "A row is longer than " + ROW_CHARACTERS
                                + " characters: a quotation mark is perhaps not closed",
                        "Save it again");
            }
        }
    }
}
