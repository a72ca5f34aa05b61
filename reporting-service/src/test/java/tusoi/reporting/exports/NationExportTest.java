package tusoi.reporting.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A nation's table in a heap that could not hold it. */
class NationExportTest {
    private static final int MILLION = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void aMillionRowsOfCsvNeedNoMoreThanASmallHeap() throws Exception {
        Path file = written("csv", MILLION);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            assertThat(lines.lines().count()).isEqualTo(MILLION + 1);
        }
    }

    @Test
    void aMillionRowsOfXlsxNeedNoMoreThanASmallHeap() throws Exception {
        Path file = written("xlsx", MILLION);
        try (ZipFile zip = new ZipFile(file.toFile());
                var sheet = new BufferedReader(new java.io.InputStreamReader(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")), StandardCharsets.UTF_8))) {
            char[] buffer = new char[65_536];
            long rows = 0;
            String kept = "";
            for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
                String text = kept + new String(buffer, 0, read);
                rows += occurrences(text, "</row>");
                kept = text.substring(Math.max(0, text.length() - "</row>".length() + 1));
            }
            assertThat(rows).isGreaterThanOrEqualTo(MILLION + 4).isLessThanOrEqualTo(MILLION + 5);
        }
    }

    @ParameterizedTest
    @CsvSource({"docx, 100000", "pdf, 30000"})
    void longPapersNeedNoMoreEither(String format, int rows) throws Exception {
        assertThat(written(format, rows)).isNotEmptyFile();
    }

    private Path written(String format, int rows) throws Exception {
        Path file = folder.resolve("nation." + format);
        Path said = folder.resolve("said.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        NationExport.class.getName(),
                        format,
                        Integer.toString(rows),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(child.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            child.destroyForcibly();
        }
        System.out.println(format + ": " + Files.readString(said).strip());
        return file;
    }

    private static long occurrences(String text, String part) {
        return Stream.iterate(text.indexOf(part), at -> at >= 0, at -> text.indexOf(part, at + 1))
                .count();
    }
}
