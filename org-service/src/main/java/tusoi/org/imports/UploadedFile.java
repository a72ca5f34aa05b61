package tusoi.org.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;
import tusoi.org.imports.files.CsvRows;
import tusoi.org.imports.files.RowSource;
import tusoi.org.imports.files.XlsxRows;
import tusoi.org.text.Texts;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.KeptText;

/** A file as sent, CSV or XLSX by its name. */
public record UploadedFile(MultipartFile file) {
    private static final int NAME_LENGTH = 200;

    /** Takes the file's name, shortened, and its rows. */
    interface Reader {
        UUID read(String name, RowSource rows);
    }

    /** A 400 problem where it is neither. */
    UUID read(Reader reader) throws IOException {
        String name = Texts.clean(file.getOriginalFilename() == null ? "" : file.getOriginalFilename());
        if (!KeptText.isKept(name)) {
            throw ProblemException.unreadable("file", "Its name has characters that cannot be kept", "Rename it");
        }
        String shortName = name.substring(0, Math.min(name.length(), NAME_LENGTH));
        if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return readWorkbook(shortName, reader);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            try (InputStream content = file.getInputStream()) {
                return reader.read(shortName, new CsvRows(content));
            }
        }
        throw ProblemException.unreadable("file", "It is neither .csv nor .xlsx", "Send one of the two");
    }

    private UUID readWorkbook(String name, Reader reader) throws IOException {
        Path copy = Files.createTempFile("import-", ".xlsx");
        try {
            file.transferTo(copy);
            return reader.read(name, new XlsxRows(copy));
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
