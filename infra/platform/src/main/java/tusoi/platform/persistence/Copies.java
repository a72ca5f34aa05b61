package tusoi.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Copies rows into tables as the loader role, the fastest way in, in the transaction that runs. */
public final class Copies {
    private final DataSource loader;
    private final UnaryOperator<String> names;

    Copies(DataSource loader) {
        this(loader, name -> name);
    }

    private Copies(DataSource loader, UnaryOperator<String> names) {
        this.loader = loader;
        this.names = names;
    }

    /** The same into tables of other names. */
    Copies renamed(UnaryOperator<String> names) {
        return new Copies(loader, names);
    }

    public void into(String table, List<String> columns, CopyRows rows) {
        String sql = "copy " + names.apply(table) + " (" + String.join(", ", columns) + ") from stdin (format binary)";
        Connection connection = DataSourceUtils.getConnection(loader);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows.stream());
        } catch (SQLException e) {
            var translated = new SQLStateSQLExceptionTranslator().translate("copy into " + table, null, e);
            throw translated == null ? new IllegalStateException(e) : translated;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, loader);
        }
    }
}
