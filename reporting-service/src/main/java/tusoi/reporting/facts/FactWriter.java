package tusoi.reporting.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** Appends a batch's versions to the fact tables, in the inbox's transaction: one COPY a table, one update for what ended. */
@Component
class FactWriter {
    private static final String VERSIONS = "reporting.version";

    private final FactVersions versions;
    private final DataSource loader;

    FactWriter(FactVersions versions, @Loader DataSource loader) {
        this.versions = versions;
        this.loader = loader;
    }

    void append(List<ReceivedEvent> events, Set<FactTable> tables, BiConsumer<Rows, Recorded> toRows) {
        FactVersions.Batch batch = versions.admit(events);
        Rows rows = new Rows();
        batch.fresh().forEach(recorded -> toRows.accept(rows, recorded));
        write(rows);
        versions.end(VERSIONS, batch.ended());
        tables.forEach(table -> versions.end(table.qualifiedName(), batch.ended()));
    }

    void clear(Set<FactTable> tables) {
        versions.clear(VERSIONS);
        tables.forEach(table -> versions.clear(table.qualifiedName()));
    }

    private void write(Rows rows) {
        Connection connection = DataSourceUtils.getConnection(loader);
        try {
            rows.copyTo(connection.unwrap(PGConnection.class).getCopyAPI());
        } catch (SQLException e) {
            var translated = new SQLStateSQLExceptionTranslator().translate("append facts", null, e);
            throw translated == null ? new IllegalStateException(e) : translated;
        } finally {
            DataSourceUtils.releaseConnection(connection, loader);
        }
    }
}
