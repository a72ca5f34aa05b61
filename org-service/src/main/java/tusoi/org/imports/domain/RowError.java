package tusoi.org.imports.domain;

import org.jspecify.annotations.Nullable;

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
        if (value != null && value.length() > VALUE_LENGTH) {
            value = value.substring(0, VALUE_LENGTH) + "…";
        }
    }
}
