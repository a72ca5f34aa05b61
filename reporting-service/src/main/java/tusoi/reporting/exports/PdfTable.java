package tusoi.reporting.exports;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import tusoi.reporting.exports.ExportTable.Kind;
import tusoi.reporting.reports.InVietnamese;

/** A paper of a party committee, A4 across: whose it is, the title, the table with its head on each page, the certificate. */
final class PdfTable implements TableFormat.Writer {
    private static final float MILLIMETRE = 72f / 25.4f;
    private static final int ROWS_AT_ONCE = 100;
    private static final float TEXT_WIDTH = 3;
    private static final float SMALL = 9;

    private final Fonts fonts = new Fonts();

    /** Read once; a font is made anew for each paper, as it gathers the letters that are used. */
    private static final class Fonts {
        private final byte[] regular = PaperFonts.read(PaperFonts.REGULAR);
        private final byte[] bold = PaperFonts.read(PaperFonts.BOLD);
        private final byte[] italic = PaperFonts.read(PaperFonts.ITALIC);
    }

    /** The fonts of one paper. */
    private record Faces(BaseFont regular, BaseFont bold, BaseFont italic) {
        static Faces of(Fonts fonts) throws IOException {
            return new Faces(
                    face(PaperFonts.REGULAR, fonts.regular),
                    face(PaperFonts.BOLD, fonts.bold),
                    face(PaperFonts.ITALIC, fonts.italic));
        }

        private static BaseFont face(String name, byte[] bytes) throws IOException {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
        }
    }

    @Override
    public void write(ExportTable table, OutputStream out) throws IOException {
        Faces faces = Faces.of(fonts);
        Document paper =
                new Document(PageSize.A4.rotate(), 20 * MILLIMETRE, 15 * MILLIMETRE, 20 * MILLIMETRE, 20 * MILLIMETRE);
        PdfWriter writer = PdfWriter.getInstance(paper, new LeftOpen(out));
        writer.setPageEvent(new PageNumbers(faces.regular()));
        paper.addTitle(table.title());
        paper.addAuthor(table.organisation());
        paper.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("vi-VN"));
        paper.add(head(table, faces));
        paper.add(centred(table.title(), new Font(faces.bold(), 14), 18));
        paper.add(centred(table.subtitle(), new Font(faces.italic(), 12), 4));
        figures(table, faces, paper);
        certificate(table, faces, paper);
        paper.close();
    }

    private static PdfPTable head(ExportTable table, Faces faces) {
        PdfPTable head = new PdfPTable(2);
        head.setWidthPercentage(100);
        head.addCell(bare(table.organisation() + "\n*", new Font(faces.bold(), 13)));
        Phrase party = new Phrase(new Chunk("ĐẢNG CỘNG SẢN VIỆT NAM", new Font(faces.bold(), 14, Font.UNDERLINE)));
        PdfPCell right = new PdfPCell(party);
        right.setBorder(Rectangle.NO_BORDER);
        right.setHorizontalAlignment(Element.ALIGN_CENTER);
        head.addCell(right);
        return head;
    }

    private static PdfPCell bare(String text, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        return cell;
    }

    private static Paragraph centred(String text, Font font, float before) {
        Paragraph paragraph = new Paragraph(text, font);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(4);
        return paragraph;
    }

    /** A hundred rows at a time go to the paper and are forgotten. */
    private static void figures(ExportTable table, Faces faces, Document paper) throws IOException {
        List<ExportTable.Column> columns = table.columns();
        PdfPTable figures = new PdfPTable(columns.size());
        float[] widths = new float[columns.size()];
        for (int place = 0; place < widths.length; place++) {
            widths[place] = columns.get(place).kind() == Kind.TEXT ? TEXT_WIDTH : 1;
        }
        figures.setWidths(widths);
        figures.setWidthPercentage(100);
        figures.setSpacingBefore(8);
        figures.setHeaderRows(1);
        figures.setComplete(false);
        Font bold = new Font(faces.bold(), SMALL);
        Font regular = new Font(faces.regular(), SMALL);
        for (ExportTable.Column column : columns) {
            figures.addCell(cell(column.title(), bold, Element.ALIGN_CENTER));
        }
        int[] pending = {0};
        table.rows().tell(row -> {
            for (int place = 0; place < columns.size(); place++) {
                Kind kind = columns.get(place).kind();
                figures.addCell(cell(
                        shown(row.cells().get(place), kind),
                        row.isTotal() ? bold : regular,
                        kind == Kind.TEXT ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT));
            }
            if (++pending[0] % ROWS_AT_ONCE == 0) {
                paper.add(figures);
            }
        });
        figures.setComplete(true);
        paper.add(figures);
    }

    private static PdfPCell cell(String text, Font font, int alignment) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(alignment);
        cell.setPadding(2);
        return cell;
    }

    static String shown(@Nullable Object value, Kind kind) {
        return switch (value) {
            case null -> "…";
            case BigDecimal number -> InVietnamese.number(number, kind == Kind.PERCENT);
            default -> value.toString();
        };
    }

    private static void certificate(ExportTable table, Faces faces, Document paper) {
        Paragraph title = new Paragraph("Chứng thực", new Font(faces.bold(), 12));
        title.setSpacingBefore(12);
        paper.add(title);
        for (ExportTable.Line line : table.certificate()) {
            Paragraph told = new Paragraph();
            told.add(new Chunk(line.name() + ": ", new Font(faces.italic(), 10)));
            told.add(new Chunk(line.value(), new Font(faces.regular(), 10)));
            paper.add(told);
        }
    }

    /** In the middle above, from the second page on, as papers are numbered. */
    private static final class PageNumbers extends PdfPageEventHelper {
        private final Font font;

        private PageNumbers(BaseFont face) {
            font = new Font(face, 12);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document paper) {
            if (writer.getPageNumber() > 1) {
                ColumnText.showTextAligned(
                        writer.getDirectContent(),
                        Element.ALIGN_CENTER,
                        new Phrase(Integer.toString(writer.getPageNumber()), font),
                        paper.getPageSize().getWidth() / 2,
                        paper.getPageSize().getHeight() - 12 * MILLIMETRE,
                        0);
            }
        }
    }

    /** The library closes what it writes to; the answer is not its to close. */
    private static final class LeftOpen extends FilterOutputStream {
        private LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
