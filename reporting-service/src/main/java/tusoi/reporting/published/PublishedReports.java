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
import tusoi.reporting.reports.ReportView;
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

    /** What readers need for one or another of a unit's. */
    List<Right> rightsOf(UUID unit) {
        return jdbc.sql("select distinct unnest(rights) from published.report where unit_id = :unit")
                .param("unit", unit)
                .query((row, _) -> Right.valueOf(row.getString(1)))
                .list();
    }

    /**
     * Waits for whoever publishes the same report of the same unit, until the transaction ends. Answers the one of the same span, tree and
     * cycle that holds: that no other one corrects.
     */
    Optional<UUID> lockAndFindHolding(UUID unit, ReportView table) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('published ' || :report || ' ' || :unit, 0))::text")
                .param("report", table.report())
                .param("unit", unit.toString())
                .query(String.class)
                .list();
        return jdbc.sql("""
                        select p.id from published.report p
                         where p.unit_id = :unit and p.report = :report and p.from_day = :from and p.to_day = :to
                           and p.as_of = :asOf and p.cycle = :cycle
                           and not exists (select from published.report n where n.replaces = p.id)
                         order by p.published_at desc, p.id desc
                         limit 1
                        """)
                .param("unit", unit)
                .param("report", table.report())
                .param("from", table.from())
                .param("to", table.to())
                .param("asOf", table.asOf())
                .param("cycle", table.cycle())
                .query(UUID.class)
                .optional();
    }

    /**
     * Of the very unit, the latest first; one more than the page.
     *
     * @param held the rights that the reader has at the unit: reports that need others are left out
     */
    List<PublishedReport> ofUnit(UUID unit, List<Right> held, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 2);
        return jdbc.sql(COLUMNS + """
                         where p.unit_id = :unit and p.rights <@ :held::text[]
                           and (:at::timestamptz is null or (p.published_at, p.id) < (:at::timestamptz, :id::uuid))
                         order by p.published_at desc, p.id desc
                         limit :limit
                        """)
                .param("unit", unit)
                .param("held", held.stream().map(Right::name).toArray(String[]::new))
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
