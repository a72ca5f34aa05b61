package tusoi.platform.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for what looks the same, and a folded form to search by. */
public final class VietnameseText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private VietnameseText() {}

    /** NFC, with the Icelandic eth (U+00D0) that some keyboards give made the Vietnamese Đ (U+0110), trimmed. */
    public static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00D0', '\u0110')
                .strip();
    }

    /** Normalised, without diacritics and đ, in lower case: what search and order compare. */
    public static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(normalise(text), Normalizer.Form.NFD))
                .replaceAll("");
        return bare.replace('\u0110', 'D').replace('\u0111', 'd').toLowerCase(Locale.ROOT);
    }
}
