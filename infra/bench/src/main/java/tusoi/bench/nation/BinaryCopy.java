package tusoi.bench.nation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One COPY in binary form on a connection of its own, sent on as soon as a buffer is full. */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int FULL = 1 << 18;
    private static final int ROW_AT_MOST = 1 << 12;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

    private final Connection connection;
    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(FULL + ROW_AT_MOST);
    private long rows;

    BinaryCopy(Connection connection, String table, String columns, String how) throws SQLException {
        this.connection = connection;
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin (" + how + ")");
        buffer.put(HEAD);
    }

    /** A row of UUIDs, texts, days, instants, ints, longs and flags, as the columns have them; a day or instant of MAX is infinity. */
    void row(@Nullable Object... values) throws SQLException {
        buffer.putShort((short) values.length);
        for (Object value : values) {
            add(value);
        }
        rows++;
        if (buffer.position() >= FULL) {
            send();
        }
    }

    long rows() {
        return rows;
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case null -> buffer.putInt(-1);
            case UUID id ->
                buffer.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            case LocalDate day ->
                buffer.putInt(4)
                        .putInt(
                                day.equals(LocalDate.MAX)
                                        ? Integer.MAX_VALUE
                                        : Math.toIntExact(day.toEpochDay() - EPOCH_DAY));
            case Instant instant ->
                buffer.putInt(8)
                        .putLong(
                                instant.equals(Instant.MAX)
                                        ? Long.MAX_VALUE
                                        : (instant.getEpochSecond() - EPOCH_SECOND) * 1_000_000
                                                + instant.getNano() / 1000);
            case Integer number -> buffer.putInt(4).putInt(number);
            case Long number -> buffer.putInt(8).putLong(number);
            case Boolean flag -> buffer.putInt(1).put((byte) (flag ? 1 : 0));
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                buffer.putInt(bytes.length).put(bytes);
            }
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            buffer.putShort((short) -1);
            send();
            copy.endCopy();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }
}
