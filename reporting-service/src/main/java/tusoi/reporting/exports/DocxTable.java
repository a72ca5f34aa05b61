package tusoi.reporting.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tusoi.reporting.exports.ExportTable.Kind;

/**
 * The same paper for Word, written part by part: the libraries that know this format build the whole document in memory first. Its font goes
 * along, obfuscated as the format wants embedded fonts (ECMA-376, part 4, 2.8.1), so that it looks the same where Times New Roman is not.
 */
final class DocxTable implements TableFormat.Writer {
    private static final String FONT_KEY = "6F1D2C3B-4A59-4867-9A8B-7C6D5E4F3A21";
    private static final int OBFUSCATED_BYTES = 32;
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String NAMESPACES =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" + RELATIONS + "\"";
    /** In half points. */
    private static final int TABLE_SIZE = 20;

    @Override
    public void write(ExportTable table, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>\
                <Override PartName="/word/document.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
                <Override PartName="/word/styles.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
                <Override PartName="/word/settings.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
                <Override PartName="/word/fontTable.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/></Types>""");
        part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "word/document.xml")));
        part(
                zip,
                "word/_rels/document.xml.rels",
                relations(relation(1, "styles", "styles.xml")
                        + relation(2, "settings", "settings.xml")
                        + relation(3, "fontTable", "fontTable.xml")));
        part(
                zip,
                "word/_rels/fontTable.xml.rels",
                relations(relation(1, "font", "fonts/regular.odttf") + relation(2, "font", "fonts/bold.odttf")));
        part(zip, "word/fontTable.xml", fontTable());
        part(zip, "word/settings.xml", "<w:settings " + NAMESPACES + "><w:embedTrueTypeFonts/></w:settings>");
        part(zip, "word/styles.xml", styles());
        font(zip, "word/fonts/regular.odttf", PaperFonts.REGULAR);
        font(zip, "word/fonts/bold.odttf", PaperFonts.BOLD);
        zip.putNextEntry(new ZipEntry("word/document.xml"));
        Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        new Body(text).write(table);
        text.flush();
        zip.closeEntry();
        zip.finish();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }

    private static String relation(int number, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(number, RELATIONS, type, target);
    }

    private static String fontTable() {
        return """
                <w:fonts %s><w:font w:name="%s"><w:embedRegular r:id="rId1" w:fontKey="{%s}"/>\
                <w:embedBold r:id="rId2" w:fontKey="{%s}"/></w:font></w:fonts>\
                """.formatted(NAMESPACES, PaperFonts.NAME, FONT_KEY, FONT_KEY);
    }

    private static String styles() {
        return """
                <w:styles %1$s><w:docDefaults><w:rPrDefault><w:rPr>\
                <w:rFonts w:ascii="%2$s" w:hAnsi="%2$s" w:cs="%2$s" w:eastAsia="%2$s"/><w:sz w:val="26"/><w:lang w:val="vi-VN"/>\
                </w:rPr></w:rPrDefault></w:docDefaults></w:styles>\
                """.formatted(NAMESPACES, PaperFonts.NAME);
    }

    /** The first bytes are crossed with the key's, the last of which comes first. */
    private static void font(ZipOutputStream zip, String name, String file) throws IOException {
        byte[] bytes = PaperFonts.read(file);
        byte[] key = java.util.HexFormat.of().parseHex(FONT_KEY.replace("-", ""));
        for (int place = 0; place < OBFUSCATED_BYTES; place++) {
            bytes[place] ^= key[key.length - 1 - place % key.length];
        }
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The document itself; sizes are in half points. */
    private record Body(Writer out) {
        private void write(ExportTable table) throws IOException {
            out.write(XML + "<w:document " + NAMESPACES + "><w:body>");
            out.write("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tr>");
            cell(paragraph("center", run(table.organisation(), 26, "<w:b/>")) + paragraph("center", run("*", 26, "")));
            cell(paragraph("center", run("ĐẢNG CỘNG SẢN VIỆT NAM", 28, "<w:b/><w:u w:val=\"single\"/>")));
            out.write("</w:tr></w:tbl>");
            out.write(paragraph("center", ""));
            out.write(paragraph("center", run(table.title(), 28, "<w:b/>")));
            out.write(paragraph("center", run(table.subtitle(), 26, "<w:i/>")));
            figures(table);
            out.write(paragraph("left", ""));
            out.write(paragraph("left", run("Chứng thực", 24, "<w:b/>")));
            for (ExportTable.Line line : table.certificate()) {
                out.write(paragraph("left", run(line.name() + ": ", 20, "<w:i/>") + run(line.value(), 20, "")));
            }
            out.write("<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
                    + "<w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\""
                    + " w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
        }

        private void figures(ExportTable table) throws IOException {
            out.write("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
            for (String side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
                out.write("<w:" + side + " w:val=\"single\" w:sz=\"4\" w:color=\"000000\"/>");
            }
            out.write("</w:tblBorders></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr>");
            for (ExportTable.Column column : table.columns()) {
                cell(paragraph("center", run(column.title(), TABLE_SIZE, "<w:b/>")));
            }
            out.write("</w:tr>");
            table.rows().tell(row -> {
                out.write("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
                for (int place = 0; place < table.columns().size(); place++) {
                    Kind kind = table.columns().get(place).kind();
                    String shown = PdfTable.shown(row.cells().get(place), kind);
                    cell(paragraph(
                            kind == Kind.TEXT ? "left" : "right",
                            run(shown, TABLE_SIZE, row.isTotal() ? "<w:b/>" : "")));
                }
                out.write("</w:tr>");
            });
            out.write("</w:tbl>");
        }

        private void cell(String content) throws IOException {
            out.write("<w:tc>" + content + "</w:tc>");
        }

        private static String paragraph(String alignment, String runs) {
            return "<w:p><w:pPr><w:jc w:val=\"" + alignment + "\"/></w:pPr>" + runs + "</w:p>";
        }

        private static String run(String text, int size, String style) {
            return "<w:r><w:rPr>" + style + "<w:sz w:val=\"" + size + "\"/></w:rPr><w:t xml:space=\"preserve\">"
                    + escaped(text) + "</w:t></w:r>";
        }

        /** Characters that XML cannot have are left out. */
        private static String escaped(String text) {
            StringBuilder escaped = new StringBuilder();
            text.codePoints().forEach(point -> {
                switch (point) {
                    case '&' -> escaped.append("&amp;");
                    case '<' -> escaped.append("&lt;");
                    case '>' -> escaped.append("&gt;");
                    default -> {
                        if (point >= 0x20 && point != 0xFFFE && point != 0xFFFF || point == '\t' || point == '\n') {
                            escaped.appendCodePoint(point);
                        }
                    }
                }
            });
            return escaped.toString();
        }
    }
}
