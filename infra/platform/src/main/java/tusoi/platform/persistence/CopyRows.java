package tusoi.platform.persistence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/** A table's new rows in the binary form of PostgreSQL's COPY: nothing to format or to escape here, nothing to parse there. */
public final class CopyRows {
    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int NONE = -1;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

    private byte[] bytes = Arrays.copyOf(HEAD, 1 << 12);
    private int length = HEAD.length;

    /** Begins a row; its values follow. */
    public void begin(int columns) {
        reserve(2);
        ByteConverter.int2(bytes, length, columns);
        length += 2;
    }

    /**
     * A UUID, String, LocalDate, Instant, Integer, Long, Boolean or BigDecimal, as the column has it: an Integer is no bigint.
     * {@link LocalDate#MAX} and {@link Instant#MAX} are infinity.
     */
    public void add(@Nullable Object value) {
        if (value == null) {
            int4(NONE);
        } else if (value instanceof String text) {
            field(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof UUID id) {
            int4(16);
            int8(id.getMostSignificantBits());
            int8(id.getLeastSignificantBits());
        } else if (value instanceof LocalDate day) {
            int4(4);
            int4(daysOf(day));
        } else if (value instanceof Instant instant) {
            int4(8);
            int8(microsOf(instant));
        } else if (value instanceof Integer number) {
            int4(4);
            int4(number);
        } else if (value instanceof Long number) {
            int4(8);
            int8(number);
        } else if (value instanceof Boolean flag) {
            field(new byte[] {(byte) (flag ? 1 : 0)});
        } else if (value instanceof BigDecimal decimal) {
            field(ByteConverter.numeric(decimal));
        } else {
            throw new IllegalArgumentException("No column takes a " + value.getClass());
        }
    }

    /** All rows, ended; none may be added after. */
    InputStream stream() {
        begin(NONE);
        return new ByteArrayInputStream(bytes, 0, length);
    }

    private static int daysOf(LocalDate day) {
        return day.equals(LocalDate.MAX) ? Integer.MAX_VALUE : Math.toIntExact(day.toEpochDay() - EPOCH_DAY);
    }

    private static long microsOf(Instant instant) {
        return instant.equals(Instant.MAX)
                ? Long.MAX_VALUE
                : (instant.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + (instant.getNano() + 500) / 1000;
    }

    private void field(byte[] value) {
        int4(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void int4(int value) {
        reserve(4);
        ByteConverter.int4(bytes, length, value);
        length += 4;
    }

    private void int8(long value) {
        reserve(8);
        ByteConverter.int8(bytes, length, value);
        length += 8;
    }

    private void reserve(int size) {
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + size));
        }
    }
}
