package tusoi.platform.inbox;

/** Text that somebody else's record brought in, or a failure over it, as the database and an answer can take it. */
final class KeptFaults {
    private static final int REPLACEMENT = 0xFFFD;

    private KeptFaults() {}

    /** With a mark for each zero, and for half of a pair that was cut. */
    static String kept(String text) {
        return text.codePoints().allMatch(KeptFaults::isKept)
                ? text
                : text.codePoints()
                        .map(point -> isKept(point) ? point : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    static String shortened(String text, int longest) {
        return kept(text.substring(0, Math.min(text.length(), longest)));
    }

    private static boolean isKept(int point) {
        return point != 0 && Character.getType(point) != Character.SURROGATE;
    }
}
