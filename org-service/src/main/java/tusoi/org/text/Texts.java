package tusoi.org.text;

import java.util.regex.Pattern;
import tusoi.platform.web.VietnameseText;

/** How text is written down, searched and sorted. */
public final class Texts {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    private Texts() {}

    /** As it is kept: normalised, with single blanks. */
    public static String clean(String text) {
        return BLANKS.matcher(VietnameseText.normalise(text)).replaceAll(" ").strip();
    }

    /** As it is searched: lower case, without diacritics, đ as d. */
    public static String fold(String text) {
        return VietnameseText.fold(clean(text));
    }

    /** People sort by given name, the last word, then by the rest. */
    public static String sortKey(String fullName) {
        String folded = fold(fullName);
        int blank = folded.lastIndexOf(' ');
        return blank < 0 ? folded : folded.substring(blank + 1) + " " + folded.substring(0, blank);
    }

    /** A pattern for SQL's like that finds the text anywhere. */
    public static String containing(String text) {
        return "%" + fold(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
