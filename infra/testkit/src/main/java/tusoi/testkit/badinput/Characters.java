package tusoi.testkit.badinput;

/** What the descriptions say of texts in words: no control characters but tab and line ends, and only whole characters. */
final class Characters {
    private Characters() {}

    static boolean areKept(String text) {
        return text.codePoints()
                .noneMatch(point -> point < ' ' && point != '\t' && point != '\n' && point != '\r'
                        || point >= 0x7F && point < 0xA0
                        || Character.getType(point) == Character.SURROGATE
                        || (point & 0xFFFE) == 0xFFFE);
    }
}
