package tusoi.org.imports.files;

/**
 * Watches a sheet's XML for a cell in a column that no sheet has, such as {@code r="ZZZZZZ1"}: whoever reads it makes room for all the
 * columns before. At most three letters are a column.
 */
final class CellReferences {
    private static final int MOST_LETTERS = 3;

    private enum In {
        ANYTHING,
        BLANK,
        NAME,
        EQUALS,
        VALUE
    }

    private In in = In.ANYTHING;
    private int letters;

    /** False from the first such cell on; what was begun at the end of one piece goes on in the next. */
    boolean areWithinASheet(byte[] xml, int length) {
        for (int i = 0; i < length; i++) {
            in = next((char) xml[i]);
            if (letters > MOST_LETTERS) {
                return false;
            }
        }
        return true;
    }

    private In next(char c) {
        boolean isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        return switch (in) {
            case ANYTHING -> isBlank ? In.BLANK : In.ANYTHING;
            case BLANK -> isBlank ? In.BLANK : c == 'r' ? In.NAME : In.ANYTHING;
            case NAME -> c == '=' ? In.EQUALS : isBlank ? In.NAME : In.ANYTHING;
            case EQUALS -> c == '"' || c == '\'' ? begun() : isBlank ? In.EQUALS : In.ANYTHING;
            case VALUE -> value(c);
        };
    }

    private In begun() {
        letters = 0;
        return In.VALUE;
    }

    /** A reference to a character is told to be too many letters: nobody writes one into a cell's address. */
    private In value(char c) {
        letters += c == '&' ? MOST_LETTERS + 1 : 1;
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '&' ? In.VALUE : ended();
    }

    private In ended() {
        letters = 0;
        return In.ANYTHING;
    }
}
