package tusoi.reporting.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;

/** What was published; rows are added and read, and the database refuses all else. */
@Repository
class PublishedReports {
    private static final String COLUMNS = """
            select p.id, p.unit_id, p.report, p.version, p.from_day, p.to_day, p.as_of, p.cycle, p.known_at, p.published_at, p.published_by,
                   p.replaces, (select n.id from published.report n where n.replaces = p.id) as replaced_by, p.reason, p.sha256, p.key_id,
                   p.rights
              from published.report p
            """;

    private final JdbcClient jdbc;

    PublishedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PublishedReport report, String file) {
        jdbc.sql("""
                        insert into published.report (id, unit_id, report, version, from_day, to_day, as_of, cycle, known_at, published_at,
                                                      published_by, replaces, reason, sha256, key_id, rights, file)
                        values (:id, :unit, :report, :version, :from, :to, :asOf, :cycle, :knownAt, :publishedAt, :publishedBy, :replaces,
                                :reason, :sha256, :keyId, :rights, :file)
                        """)
                .param("id", report.id())
                .param("unit", report.unit())
                .param("report", report.report())
                .param("version", report.version())
                .param("from", report.from())
                .param("to", report.to())
                .param("asOf", report.asOf())
                .param("cycle", report.cycle())
                .param("knownAt", report.knownAt().atOffset(ZoneOffset.UTC))
                .param("publishedAt", report.publishedAt().atOffset(ZoneOffset.UTC))
                .param("publishedBy", report.publishedBy())
                .param("replaces", report.replaces())
                .param("reason", report.reason())
                .param("sha256", report.sha256())
                .param("keyId", report.keyId())
                .param("rights", report.rights().stream().map(Right::name).toArray(String[]::new))
                .param("file", file)
                .update();
    }

    Optional<PublishedReport> find(UUID id) {
        return jdbc.sql(COLUMNS + " where p.id = :id")
                .param("id", id)
                .query(PublishedReports::read)
                .optional();
    }

    /** The signed document. */
    String file(UUID id) {
        return jdbc.sql("select file from published.report where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Of the very unit, the latest first; one more than the page. */
    List<PublishedReport> ofUnit(UUID unit, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 2);
        return jdbc.sql(COLUMNS + """
                         where p.unit_id = :unit
                           and (:at::timestamptz is null or (p.published_at, p.id) < (:at::timestamptz, :id::uuid))
                         order by p.published_at desc, p.id desc
                         limit :limit
                        """)
                .param("unit", unit)
                .param("at", after == null ? null : after.instant(0).atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id(1))
                .param("limit", page.size() + 1)
                .query(PublishedReports::read)
                .list();
    }

    static Cursor place(PublishedReport report) {
        return Cursor.of(report.publishedAt(), report.id());
    }

    private static PublishedReport read(ResultSet row, int number) throws SQLException {
        return new PublishedReport(
                uuid(row, "id"),
                uuid(row, "unit_id"),
                row.getString("report"),
                row.getInt("version"),
                day(row, "from_day"),
                day(row, "to_day"),
                day(row, "as_of"),
                row.getString("cycle"),
                instant(row, "known_at"),
                instant(row, "published_at"),
                uuid(row, "published_by"),
                row.getObject("replaces", UUID.class),
                row.getObject("replaced_by", UUID.class),
                text(row, "reason"),
                row.getString("sha256"),
                row.getString("key_id"),
                Arrays.stream((String[]) row.getArray("rights").getArray())
                        .map(Right::valueOf)
                        .toList());
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
