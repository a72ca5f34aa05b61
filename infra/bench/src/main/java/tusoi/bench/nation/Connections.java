package tusoi.bench.nation;

import java.sql.Connection;
import java.sql.SQLException;

/** Ways into the database that is filled. */
@FunctionalInterface
interface Connections {
    Connection open() throws SQLException;

    /** Closed with what it returns. */
    default BinaryCopy copy(String table, String columns) throws SQLException {
        return new BinaryCopy(open(), table, columns);
    }
}
