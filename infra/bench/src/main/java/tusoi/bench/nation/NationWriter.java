package tusoi.bench.nation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Fills a database that reporting-service has migrated, as it would be after the nation's events. */
public final class NationWriter {
    /** Of an account that may see every figure. */
    public static final String SUBJECT = "bench";

    /** Everything was recorded before it. */
    public static final Instant WATERMARK = Instant.parse("2026-01-01T00:00:00Z");

    private final Nation nation;
    private final Connections connections;

    public NationWriter(Nation nation, Source source) {
        this.nation = nation;
        this.connections = source::open;
    }

    /** Where connections come from, those of a role that may write everything. */
    @FunctionalInterface
    public interface Source {
        Connection open() throws SQLException;
    }

    public void writeTree() throws SQLException {
        new TreeWriter(nation, connections).write();
        try (var accounts = connections.copy("scope.account", "account_id, version, subject, locked");
                var grants = connections.copy(
                        "scope.grant_version",
                        "grant_id, version, recorded_from, recorded_to, account_id, role, unit_id, valid_from, valid_to")) {
            accounts.row(Ids.ACCOUNT.of(1), 1L, SUBJECT, false);
            grants.row(
                    Ids.GRANT.of(1),
                    1L,
                    Instant.EPOCH,
                    Instant.MAX,
                    Ids.ACCOUNT.of(1),
                    "ORGANISATION_OFFICER",
                    Nation.ID,
                    LocalDate.EPOCH,
                    LocalDate.MAX);
        }
    }

    /** Returns how many rows of facts there are. */
    public long writeFacts() throws SQLException {
        var indexes = new FactIndexes(connections);
        indexes.drop();
        long rows = new FactsWriter(nation, connections).write();
        indexes.make();
        return rows;
    }

    public void finish() throws SQLException {
        try (var connection = connections.open();
                var watermark = connection.prepareStatement(
                        "insert into platform.inbox_watermark values (?, ?) on conflict (producer) do update"
                                + " set complete_through = excluded.complete_through");
                var statement = connection.createStatement()) {
            for (String producer : new String[] {"org", "review", "discipline"}) {
                watermark.setString(1, producer);
                watermark.setObject(2, OffsetDateTime.ofInstant(WATERMARK, ZoneOffset.UTC));
                watermark.execute();
            }
            statement.execute("vacuum analyze");
        }
    }
}
