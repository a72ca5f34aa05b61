package tusoi.reporting.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;
import tusoi.reporting.exports.ExportTable.Column;
import tusoi.reporting.exports.ExportTable.Kind;
import tusoi.reporting.exports.ExportTable.Line;

@ReportingTest
class ExportsTest {
    private static final String REPORT = "/api/reporting/v1/reports/member-movement/export?year=2022&unit=";
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final String HARM = "=HYPERLINK(\"http://x\") & <b>Đ</b>";

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    private ExportProgress progress;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID district;
    private UUID ward;
    private UUID branch;

    @BeforeEach
    void twoWards() {
        feed.clear();
        district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        history.unit("D.X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        branch = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        for (int n = 0; n < 1234; n++) {
            history.member(branch, SINCE, "REGISTERED");
        }
        history.account("officer", "ORGANISATION_OFFICER", district);
        history.account("ward-officer", "ORGANISATION_OFFICER", ward);
        feed.all(history);
    }

    @Test
    void csvIsPlainForPrograms() throws IOException {
        MockHttpServletResponse response = asking.get("officer", REPORT + "D&format=csv");
        assertThat(response.getContentType()).startsWith("text/csv");
        assertThat(response.getHeader("Content-Disposition")).contains("attachment", "member-movement-D.csv");
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFMã,Đơn vị,Đảng số đầu kỳ");
        List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).get(0)).isEqualTo("D.W");
        assertThat(rows.get(1).get(2)).isEqualTo("1234");
        assertThat(rows.get(3).get(1)).isEqualTo("Tổng cộng");
    }

    @Test
    void xlsxHasRealNumbersAndTheCertificate() throws IOException {
        byte[] file = asking.get("officer", REPORT + "D&format=xlsx").getContentAsByteArray();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            List<Row> rows = book.getFirstSheet().read();
            Row ward = rows.stream()
                    .filter(row -> row.getCellText(0).equals("D.W"))
                    .findFirst()
                    .orElseThrow();
            assertThat(ward.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(ward.getCell(2).getType()).isEqualTo(CellType.NUMBER);
            assertThat(ward.getCell(2).asNumber()).isEqualByComparingTo("1234");
            assertThat(ward.getCell(2).getDataFormatString()).isEqualTo("#,##0");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("Biến động đảng viên");
            String certificate = book.getSheet(1).orElseThrow().read().toString();
            assertThat(book.getSheet(1).orElseThrow().getName()).isEqualTo("Chứng thực");
            assertThat(certificate).isNotBlank();
        }
    }

    @Test
    void docxIsWellFormedInVietnameseAndCarriesItsFont() throws Exception {
        Map<String, byte[]> parts =
                unzipped(asking.get("officer", REPORT + "D&format=docx").getContentAsByteArray());
        assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "word/fonts/regular.odttf");
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (!part.getKey().endsWith(".odttf")) {
                DocumentBuilderFactory.newNSInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(part.getValue()));
            }
        }
        String document = new String(part(parts, "word/document.xml"), StandardCharsets.UTF_8);
        assertThat(document)
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM", "Biến động đảng viên", "1.234", "Chứng thực", "w:tblHeader");
        byte[] font = part(parts, "word/fonts/regular.odttf").clone();
        byte[] key = {
            0x21, 0x3A, 0x4F, 0x5E, 0x6D, 0x7C, (byte) 0x8B, (byte) 0x9A, 0x67, 0x48, 0x59, 0x4A, 0x3B, 0x2C, 0x1D, 0x6F
        };
        for (int place = 0; place < 32; place++) {
            font[place] ^= key[place % 16];
        }
        assertThat(font).startsWith(0, 1, 0, 0).isEqualTo(PaperFonts.read(PaperFonts.REGULAR));
    }

    @Test
    void pdfIsVietnameseWithItsFontsEmbedded() throws IOException {
        byte[] file = asking.get("officer", REPORT + "D&format=pdf").getContentAsByteArray();
        try (PdfReader reader = new PdfReader(file)) {
            String text = new PdfTextExtractor(reader).getTextFromPage(1);
            assertThat(text).contains("ĐẢNG CỘNG SẢN VIỆT NAM", "Biến động đảng viên", "1.234", "Tổng cộng");
        }
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("/FontFile2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "docx", "pdf"})
    void whatIsPublishedIsExportedWithWhatItIsCheckedBy(String format) throws Exception {
        var published = JsonMapper.shared()
                .readTree(asking.post(
                                "officer",
                                "/api/reporting/v1/published-reports",
                                Map.of("report", "member-movement", "unit", "D", "year", 2022))
                        .getContentAsByteArray());
        String path =
                "/api/reporting/v1/published-reports/" + published.get("id").asString() + "/export?format=" + format;
        byte[] file = asking.get("officer", path).getContentAsByteArray();
        assertThat(asking.get("ward-officer", path).getStatus()).isEqualTo(404);
        String sha256 = published.get("sha256").asString();
        switch (format) {
            case "xlsx" -> {
                try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                    assertThat(book.getSheet(1).orElseThrow().read().stream().map(row -> row.getCellText(1)))
                            .contains(sha256);
                }
            }
            case "docx" ->
                assertThat(new String(part(unzipped(file), "word/document.xml"), StandardCharsets.UTF_8))
                        .contains(sha256);
            case "pdf" -> {
                try (PdfReader reader = new PdfReader(file)) {
                    StringBuilder text = new StringBuilder();
                    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                        text.append(new PdfTextExtractor(reader).getTextFromPage(page));
                    }
                    assertThat(text.toString().replaceAll("\\s", "")).contains(sha256);
                }
            }
            default -> assertThat(new String(file, StandardCharsets.UTF_8)).contains("D.W");
        }
    }

    @Test
    void aUnitOutsideTheCallersScopeIsNotThereAndAFormatMustBeOne() {
        assertThat(asking.get("ward-officer", REPORT + "D.X&format=csv").getStatus())
                .isEqualTo(404);
        var response = asking.get("officer", REPORT + "D&format=exe");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void aTextThatASpreadsheetWouldReckonIsMadeATextInCsv(String text) {
        assertThat(CsvTable.harmless(text)).isEqualTo("'" + text);
        assertThat(CsvTable.harmless("Chi bộ 1")).isEqualTo("Chi bộ 1");
    }

    @Test
    void harmfulTextsStayTextsInEveryFormat() throws Exception {
        ExportTable table = new ExportTable(
                HARM,
                HARM,
                HARM,
                List.of(new Column(HARM, Kind.TEXT), new Column("Số", Kind.NUMBER)),
                to -> to.write(new ExportTable.Row(List.of(HARM, BigDecimal.ONE), false)),
                List.of(new Line(HARM, HARM)));
        byte[] xlsx = written(TableFormat.XLSX, table);
        assertThat(new String(part(unzipped(xlsx), "xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8))
                .doesNotContain("<f>")
                .contains("inlineStr");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getFirstSheet().read().getLast().getCellText(0)).isEqualTo(HARM);
        }
        String csv = new String(written(TableFormat.CSV, table), StandardCharsets.UTF_8);
        List<CSVRecord> rows =
                CSVFormat.RFC4180.parse(new StringReader(csv.substring(1))).getRecords();
        assertThat(rows.get(1).get(0)).isEqualTo("'" + HARM);
        String document = new String(
                part(unzipped(written(TableFormat.DOCX, table)), "word/document.xml"), StandardCharsets.UTF_8);
        assertThat(DocumentBuilderFactory.newNSInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(document)))
                        .getDocumentElement()
                        .getTextContent())
                .contains(HARM);
        assertThat(written(TableFormat.PDF, table)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aTableGoesAsManyLevelsDownAsAskedForAndTellsHowFarItHasCome() throws IOException {
        String name = UUID.randomUUID().toString();
        MockHttpServletResponse response = asking.get("officer", REPORT + "D&format=csv&levels=3&export=" + name);
        List<CSVRecord> rows = CSVFormat.RFC4180
                .parse(new StringReader(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)))
                .getRecords();
        assertThat(rows.stream().map(row -> row.get(0)).toList())
                .endsWith("D.W", "D.W.01", "D.X", "")
                .hasSize(5);
        assertThat(rows.get(2).get(2)).isEqualTo("1234");
        assertThat(response.getHeader("Tusoi-Export-Rows")).isEqualTo("4");
        String progress = "/api/reporting/v1/exports/" + name;
        var told = JsonMapper.shared().readTree(asking.get("officer", progress).getContentAsByteArray());
        assertThat(told.toString()).isEqualTo("{\"rows\":4,\"of\":4,\"state\":\"DONE\"}");
        assertThat(asking.get("ward-officer", progress).getStatus()).isEqualTo(404);
        MockHttpServletResponse taken = asking.get("officer", REPORT + "D&format=csv&export=" + name);
        assertThat(taken.getStatus()).isEqualTo(409);
        assertThat(taken.getHeader("Content-Disposition")).isNull();
        assertThat(taken.getContentType()).startsWith("application/problem+json");
        assertThat(asking.get("officer", REPORT + "D&format=csv&levels=11").getStatus())
                .isEqualTo(400);
    }

    @Test
    void whatAUnitHasOfItsOwnIsOneRowAndNoFurtherLevel() throws IOException {
        graded(ward);
        graded(branch);
        String name = UUID.randomUUID().toString();
        assertThat(codes(grades("D&levels=4&export=" + name))).containsExactly("D.W", "D.W", "D.W.01", "D.X", "");
        var told = JsonMapper.shared()
                .readTree(asking.get("officer", "/api/reporting/v1/exports/" + name)
                        .getContentAsByteArray());
        assertThat(told.toString()).isEqualTo("{\"rows\":5,\"of\":5,\"state\":\"DONE\"}");
        MockHttpServletResponse below = grades("D.W&levels=3");
        assertThat(codes(below)).containsExactly("D.W", "D.W.01", "");
        assertThat(below.getHeader("Tusoi-Export-Rows")).isEqualTo("3");
    }

    @Test
    void anExportGoesIntoUnitsThatStandElsewhereToday() throws IOException {
        graded(branch);
        UUID elsewhere = history.unit("E", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        LocalDate moved = LocalDate.of(2023, 6, 1);
        history.unitPicture(
                ward,
                "org.unit-re-parented.v1",
                "D.W",
                List.of(
                        History.unitSlice(SINCE, moved, "GRASSROOTS", "PARTY_ORGANISATION", null, district),
                        History.unitSlice(moved, null, "GRASSROOTS", "PARTY_ORGANISATION", null, elsewhere)),
                List.of());
        feed.all(history);
        assertThat(codes(grades("D&levels=3"))).containsExactly("D.W", "D.W.01", "D.X", "");
        assertThat(grades("D.W").getStatus()).isEqualTo(404);
    }

    @Test
    void whereThereIsNoNumberAWordSaysWhy() throws IOException {
        graded(branch);
        CSVRecord without = rows(grades("D")).stream()
                .filter(row -> row.get(0).equals("D.X"))
                .findFirst()
                .orElseThrow();
        assertThat(without.toList()).contains("mẫu số 0").doesNotContain("");
    }

    private void graded(UUID unit) {
        UUID cycle = history.cycle(2022, district, LocalDate.of(2022, 11, 1));
        UUID member = history.member(unit, SINCE, "REGISTERED");
        history.graded(
                history.review(cycle, 2022, "MEMBER", member, unit, LocalDate.of(2022, 11, 1)),
                null,
                new History.Grade("GOOD", LocalDate.of(2022, 12, 1)));
        feed.all(history);
    }

    private MockHttpServletResponse grades(String unit) {
        return asking.get("officer", "/api/reporting/v1/reports/grades/export?year=2022&format=csv&unit=" + unit);
    }

    private static List<String> codes(MockHttpServletResponse response) throws IOException {
        return rows(response).stream().skip(1).map(row -> row.get(0)).toList();
    }

    private static List<CSVRecord> rows(MockHttpServletResponse response) throws IOException {
        return CSVFormat.RFC4180
                .parse(new StringReader(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)))
                .getRecords();
    }

    @Test
    void aNumberShowsAPointOnlyWhereItHasAFraction() throws IOException {
        ExportTable table = new ExportTable(
                "",
                "",
                "",
                List.of(new Column("Một", Kind.NUMBER), new Column("Hai", Kind.NUMBER), new Column("Ba", Kind.PERCENT)),
                to -> to.write(new ExportTable.Row(
                        List.of(new BigDecimal("718.00"), new BigDecimal("0.5"), BigDecimal.ONE), false)),
                List.of());
        byte[] file = written(TableFormat.XLSX, table);
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            Row row = book.getFirstSheet().read().getLast();
            assertThat(List.of(0, 1, 2).stream().map(place -> row.getCell(place).getDataFormatString()))
                    .containsExactly("#,##0", "#,##0.0##", "0.00%");
        }
    }

    @Test
    void noMoreThanEightAreWrittenAtOnceAndThePlaceOfEachIsGivenBack() throws IOException {
        assertThatThrownBy(() -> within(9)).hasMessageContaining("8 exports");
        within(8);
    }

    private void within(int depth) throws IOException {
        progress.follow(null, 0, _ -> {}, _ -> {
            if (depth > 1) {
                within(depth - 1);
            }
        });
    }

    @Test
    void pastASheetsLastRowAFurtherSheetBegins() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxTable(10).write(NationExport.table(12), out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("Bảng", "Bảng 2", "Bảng 3", "Chứng thực");
        }
    }

    private static byte[] written(TableFormat format, ExportTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(table, out);
        return out.toByteArray();
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        return java.util.Objects.requireNonNull(parts.get(name), name);
    }

    private static Map<String, byte[]> unzipped(byte[] file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        Path kept = Files.createTempFile("export", ".zip");
        try {
            Files.write(kept, file);
            try (ZipFile zip = new ZipFile(kept.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        } finally {
            Files.delete(kept);
        }
        return parts;
    }
}
