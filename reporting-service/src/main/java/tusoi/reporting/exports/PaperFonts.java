package tusoi.reporting.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Liberation Serif, as wide as Times New Roman and with every Vietnamese letter; under the SIL Open Font License, from OpenPDF's own
 * artifact of fonts.
 */
final class PaperFonts {
    static final String REGULAR = "LiberationSerif-Regular.ttf";
    static final String BOLD = "LiberationSerif-Bold.ttf";
    static final String ITALIC = "LiberationSerif-Italic.ttf";
    static final String NAME = "Liberation Serif";

    private PaperFonts() {}

    static byte[] read(String file) {
        try (InputStream in = PaperFonts.class.getResourceAsStream("/liberation/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The font " + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
