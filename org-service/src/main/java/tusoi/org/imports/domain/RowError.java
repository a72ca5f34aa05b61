package tusoi.org.imports.domain;

import org.jspecify.annotations.Nullable;
import tusoi.platform.web.KeptText;

/**
 * What is wrong in a row; the row's number is the one a spreadsheet shows.
 *
 * @param value what stood there, shortened; of a person identifier its last three digits
 */
public record RowError(
        int row,
        String column,
        String code,
        String message,
        @Nullable String value) {
    private static final int VALUE_LENGTH = 40;

    public RowError {
        column = shown(column);
        value = value == null ? null : shown(value);
    }

    /** A mark for each character that cannot be kept. */
    private static String shown(String text) {
        String brief = text.length() > VALUE_LENGTH ? text.substring(0, VALUE_LENGTH) + "…" : text;
        return KeptText.isKept(brief)
                ? brief
                : brief.codePoints()
                        .map(point -> KeptText.isKept(point) ? point : '\uFFFD')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
