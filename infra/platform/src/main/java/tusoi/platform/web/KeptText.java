package tusoi.platform.web;

/**
 * Text that can be kept and shown: no control characters but tab and line ends, no half of a surrogate pair, nothing that Unicode
 * says is no character. The database would refuse some of them, and a screen hide the others.
 */
public final class KeptText {
    /** Of any text in a body; fields have shorter limits of their own. */
    static final int LONGEST = 20_000;

    /** Of any parameter. */
    static final int LONGEST_PARAMETER = 1_000;

    private KeptText() {}

    /** Normalised; throws {@link IllegalArgumentException} where it cannot be kept. */
    static String read(String text, int longest) {
        if (text.length() > longest || !isKept(text)) {
            throw new IllegalArgumentException("a text that cannot be kept");
        }
        return VietnameseText.normalise(text);
    }

    public static boolean isKept(String text) {
        return text.codePoints().allMatch(KeptText::isKept);
    }

    public static boolean isKept(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
            case Character.SURROGATE -> false;
            default -> (codePoint & 0xFFFE) != 0xFFFE && (codePoint < 0xFDD0 || codePoint > 0xFDEF);
        };
    }
}
