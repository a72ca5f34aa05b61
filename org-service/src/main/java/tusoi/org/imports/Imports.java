package tusoi.org.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.members.Newcomer;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Imports as the app sees them: those of units at whose members the caller may import. */
@Repository
class Imports {
    private static final int FETCH_ROWS = 1000;
    private static final String VIEW = """
            select id, unit_id, file_name, state, row_count as rows, error_count, created_at, applied_at from org.import
            where id = ? and purpose = 'REGISTER'
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    Imports(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(FETCH_ROWS);
    }

    Optional<ImportView> find(UUID id) {
        return jdbc.sql(VIEW).param(id).query(ImportView.class).optional();
    }

    Optional<ImportView> lock(UUID id) {
        return jdbc.sql(VIEW + " for update").param(id).query(ImportView.class).optional();
    }

    Page<ImportView.Fault> faults(UUID id, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 3);
        List<ImportView.Fault> found = jdbc.sql("""
                        select row_number as row, column_name as "column", code, message, value from org.import_error
                        where import_id = :id
                          and (:row::int is null or (row_number, column_name, code) > (:row::int, :column, :code))
                        order by row_number, column_name, code limit :limit
                        """)
                .param("id", id)
                .param("row", after == null ? null : after.number(0))
                .param("column", after == null ? null : after.values().get(1))
                .param("code", after == null ? null : after.values().get(2))
                .param("limit", page.size() + 1)
                .query(ImportView.Fault.class)
                .list();
        return Cursor.page(found, page.size(), fault -> Cursor.of(fault.row(), fault.column(), fault.code()));
    }

    List<ImportView.UnitCount> counts(UUID id) {
        return jdbc.sql("""
                        select r.unit_id, u.code as unit_code, count(*) as members,
                               count(*) filter (where r.state = 'PROBATIONARY') as probationary,
                               count(*) filter (where r.exempt) as exempt
                        from org.import_row r left join org.unit u on u.id = r.unit_id
                        where r.import_id = ? group by r.unit_id, u.code order by u.code
                        """).param(id).query(ImportView.UnitCount.class).list();
    }

    int duplicates(UUID id) {
        return jdbc.sql("""
                        select count(distinct row_number) from org.import_error
                        where import_id = ? and code in ('duplicate-in-file', 'duplicate-in-register')
                        """).param(id).query(Integer.class).single();
    }

    /** Homes that have ended or changed since the file was staged. */
    int homesLost(UUID id) {
        return homesLost(id, null);
    }

    /** The same of some rows. */
    int homesLost(UUID id, @Nullable List<Integer> rows) {
        return jdbc.sql("""
                        select count(*) from (
                            select unit_id, min(member_since) as since from org.import_row
                            where import_id = :id and (:all or row_number = any (:rows::int4[])) group by unit_id) r
                        where not exists (select 1 from scope.unit_life l
                                          where l.unit_id = r.unit_id and l.first_day <= r.since and l.end_day = 'infinity')
                           or exists (select 1 from scope.unit_version v
                                      where v.unit_id = r.unit_id and v.recorded_to = 'infinity' and v.valid_to > r.since
                                        and v.form <> 'BRANCH')
                        """)
                .param("id", id)
                .param("all", rows == null)
                .param("rows", SqlArrays.of("int4", rows == null ? List.<Integer>of() : rows, number -> number))
                .query(Integer.class)
                .single();
    }

    /** One by one, in the order of the file. */
    void forEachRow(UUID id, Consumer<Newcomer> sink) {
        streaming.query(
                "select * from org.import_row where import_id = ? order by row_number",
                row -> {
                    sink.accept(newcomer(row));
                },
                id);
    }

    /** Some of them, one by one, in the order of the file. */
    void forEachRow(UUID id, List<Integer> rows, Consumer<Newcomer> sink) {
        streaming.query(
                "select * from org.import_row where import_id = ? and row_number = any (?) order by row_number",
                row -> {
                    sink.accept(newcomer(row));
                },
                id,
                SqlArrays.of("int4", rows, number -> number));
    }

    /** What was staged of persons goes; that there was an import stays. */
    void applied(UUID id, Instant recordedAt) {
        jdbc.sql("delete from org.import_row where import_id = ?").param(id).update();
        jdbc.sql("update org.import set state = 'APPLIED', applied_at = ? where id = ?")
                .params(recordedAt.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** So that searches are planned for as many members as there are now. */
    void haveMembersLookedAt() {
        jdbc.sql("select org.look_at_members_again()").query((row, _) -> "").single();
    }

    private static Newcomer newcomer(ResultSet row) throws SQLException {
        LocalDate birthDate = day(row, "birth_date");
        return new Newcomer(
                new Newcomer.Identity(
                        row.getObject("person_id", UUID.class),
                        row.getString("full_name"),
                        birthDate,
                        row.getString("gender"),
                        row.getBytes("identifier_cipher"),
                        row.getBytes("identifier_hash")),
                row.getObject("member_id", UUID.class),
                row.getString("reference"),
                new Newcomer.Stay(
                        row.getObject("unit_id", UUID.class),
                        day(row, "member_since"),
                        birthDate,
                        dayIfAny(row, "admitted_on"),
                        dayIfAny(row, "recognised_on"),
                        row.getString("state"),
                        row.getBoolean("exempt")));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    private static @Nullable LocalDate dayIfAny(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
