package tusoi.platform.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;
import org.postgresql.util.ByteConverter;
import org.springframework.jdbc.core.SqlTypeValue;

/** A uuid[] parameter in PostgreSQL's binary form; the driver would write and the server read each as text. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record UuidArray(byte[] bytes) implements SqlTypeValue {
    private static final int HEAD_BYTES = 20;
    private static final int UUID_BYTES = 16;

    static UuidArray of(UUID[] values) {
        var bytes = new byte[HEAD_BYTES + values.length * (4 + UUID_BYTES)];
        ByteConverter.int4(bytes, 0, 1); // dimensions; no nulls
        ByteConverter.int4(bytes, 8, Oid.UUID);
        ByteConverter.int4(bytes, 12, values.length);
        ByteConverter.int4(bytes, 16, 1); // the first index
        var at = HEAD_BYTES;
        for (var value : values) {
            ByteConverter.int4(bytes, at, UUID_BYTES);
            ByteConverter.int8(bytes, at + 4, value.getMostSignificantBits());
            ByteConverter.int8(bytes, at + 12, value.getLeastSignificantBits());
            at += 4 + UUID_BYTES;
        }
        return new UuidArray(bytes);
    }

    @Override
    public void setTypeValue(PreparedStatement statement, int index, int sqlType, @Nullable String typeName)
            throws SQLException {
        var connection = statement.getConnection().unwrap(BaseConnection.class);
        statement.setArray(index, new PgArray(connection, Oid.UUID_ARRAY, bytes));
    }
}
