package tusoi.platform.persistence;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.support.SqlArrayValue;

/** Columns of many rows as array parameters, so that one statement takes them all with {@code unnest}. */
public final class SqlArrays {
    private SqlArrays() {}

    /** The type is PostgreSQL's name of the element: text, uuid, int8, timestamptz. For bytea see {@link #bytes}. */
    @SuppressWarnings("NullAway") // the varargs of SqlArrayValue take nulls, its annotations do not say so
    public static <T> SqlArrayValue of(String type, List<T> rows, Function<T, ? extends @Nullable Object> column) {
        var values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return new SqlArrayValue(type, values);
    }

    /** For many: in binary, none of them null. */
    public static <T> SqlTypeValue uuids(List<T> rows, Function<T, UUID> column) {
        return UuidArray.of(rows.stream().map(column).toArray(UUID[]::new));
    }

    @SuppressWarnings("NullAway")
    public static <T> SqlArrayValue bytes(List<T> rows, Function<T, byte @Nullable []> column) {
        var values = new byte[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return new SqlArrayValue("bytea", (Object[]) values);
    }
}
