package tusoi.reporting.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.PageRequest;
import tusoi.reporting.saved.Schedule.Every;

/** The caller's own; row policies see to that. */
@Repository
class SavedReports {
    private final JdbcClient jdbc;

    SavedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps others of the account from being added until the transaction ends, and tells how many there are. */
    int lockAndCount(UUID account) {
        jdbc.sql("select pg_advisory_xact_lock(20091, hashtext(?::text))")
                .param(account)
                .query()
                .singleRow();
        return jdbc.sql("select count(*) from saved.report")
                .query(Integer.class)
                .single();
    }

    /** Adds it, or writes its next version. */
    void save(UUID account, SavedReport report) {
        jdbc.sql("""
                        insert into saved.report as kept (id, account, version, name, report, unit_id, year, from_day, to_day, as_of, cycle,
                                                          every, after_days, saved_at)
                        values (:id, :account, :version, :name, :report, :unit, :year, :from, :to, :asOf, :cycle, :every, :afterDays,
                                :savedAt)
                        on conflict (id) do update
                           set version = excluded.version, name = excluded.name, report = excluded.report, unit_id = excluded.unit_id,
                               year = excluded.year, from_day = excluded.from_day, to_day = excluded.to_day, as_of = excluded.as_of,
                               cycle = excluded.cycle, every = excluded.every, after_days = excluded.after_days
                        """)
                .param("id", report.id())
                .param("account", account)
                .param("version", report.version())
                .param("name", report.name())
                .param("report", report.report())
                .param("unit", report.unit())
                .param("year", report.year())
                .param("from", report.from())
                .param("to", report.to())
                .param("asOf", report.asOf())
                .param("cycle", report.cycle())
                .param("every", report.every() == null ? null : report.every().name())
                .param("afterDays", report.afterDays())
                .param("savedAt", report.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SavedReport> find(UUID id) {
        return jdbc.sql("select * from saved.report where id = :id")
                .param("id", id)
                .query(SavedReports::read)
                .optional();
    }

    Optional<SavedReport> lock(UUID id) {
        return jdbc.sql("select * from saved.report where id = :id for update")
                .param("id", id)
                .query(SavedReports::read)
                .optional();
    }

    /** In the order in which they were saved; one more than the page. */
    List<SavedReport> all(PageRequest page) {
        return jdbc.sql("""
                        select * from saved.report where :after::uuid is null or id > :after::uuid order by id limit :limit
                        """)
                .param(
                        "after",
                        page.after() == null
                                ? null
                                : Cursor.parse(page.after(), 1).id(0))
                .param("limit", page.size() + 1)
                .query(SavedReports::read)
                .list();
    }

    void delete(UUID id) {
        jdbc.sql("delete from saved.report where id = :id").param("id", id).update();
    }

    private static SavedReport read(ResultSet row, int number) throws SQLException {
        String every = row.getString("every");
        return new SavedReport(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("name"),
                row.getString("report"),
                Objects.requireNonNull(row.getObject("unit_id", UUID.class)),
                row.getObject("year", Integer.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getObject("as_of", LocalDate.class),
                row.getString("cycle"),
                every == null ? null : Every.valueOf(every),
                row.getObject("after_days", Integer.class),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
