package tusoi.org.reconciliation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Compared files of units at whose members the caller may import. */
@Repository
class Reconciliations {
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Reconciliations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How the rows of a file fall; what is not readable stands in the list of errors. */
    enum Part {
        SAME,
        NEW,
        CHANGED,
        MISSING,
        CONFLICTING
    }

    record Difference(
            String field, @Nullable String held, @Nullable String given) {}

    /**
     * @param row as a spreadsheet shows it; absent for who is missing in the file
     * @param memberId absent for who is new, and for who is at home outside the unit compared
     * @param fullName absent once it has been taken over
     * @param reason why it is in conflict
     */
    @Schema(name = "ReconciliationLine")
    record Line(
            int place,
            @Nullable Integer row,
            Part part,
            @Nullable UUID memberId,
            @Nullable Long memberVersion,
            @Nullable String fullName,
            @Nullable String reason,
            List<Difference> differences,
            @Nullable OffsetDateTime appliedAt) {}

    /** @param n its place in the list */
    @Schema(name = "ReconciliationFault")
    record Fault(
            int n,
            int row,
            String column,
            String code,
            String message,
            @Nullable String value) {}

    record Head(
            UUID id, UUID unitId, String fileName, String state, int rows, int errorCount, OffsetDateTime createdAt) {}

    Optional<Head> find(UUID id, boolean lock) {
        return jdbc.sql("""
                        select id, unit_id, file_name, state, row_count as rows, error_count, created_at from org.import
                        where id = ? and purpose = 'COMPARE'
                        """ + (lock ? " for update" : ""))
                .param(id)
                .query(Head.class)
                .optional();
    }

    Map<String, Integer> counts(UUID id) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Part part : Part.values()) {
            counts.put(part.name(), 0);
        }
        jdbc.sql("select part, count(*) as n from org.reconciliation_row where import_id = ? group by part")
                .param(id)
                .query(row -> {
                    counts.put(row.getString("part"), row.getInt("n"));
                });
        return counts;
    }

    Page<Line> lines(UUID id, @Nullable Part part, PageRequest page) {
        long after = page.after() == null ? 0 : Cursor.parse(page.after(), 1).number(0);
        List<Line> found = lines(id, part, after, page.size() + 1, false);
        return Cursor.page(found, page.size(), line -> Cursor.of(line.place()));
    }

    /** What of the file could not be read, or placed. */
    Page<Fault> faults(UUID id, PageRequest page) {
        long after = page.after() == null ? 0 : Cursor.parse(page.after(), 1).number(0);
        List<Fault> found = jdbc.sql("""
                        select n, row, "column", code, message, value from (
                            select row_number() over (order by row_number, column_name, code) as n, row_number as row,
                                   column_name as "column", code, message, value
                            from org.import_error where import_id = :id) e
                        where n > :after order by n limit :limit
                        """)
                .param("id", id)
                .param("after", after)
                .param("limit", page.size() + 1)
                .query(Fault.class)
                .list();
        return Cursor.page(found, page.size(), fault -> Cursor.of(fault.n()));
    }

    /** What of a part has not been taken over yet. */
    List<Line> open(UUID id, Part part, int limit) {
        return lines(id, part, 0, limit, true);
    }

    /** The rows of the file that tell of somebody new and have not been taken over. */
    List<Integer> newRows(UUID id) {
        return jdbc.sql("""
                        select row_number from org.reconciliation_row
                        where import_id = ? and part = 'NEW' and applied_at is null order by 1
                        """).param(id).query(Integer.class).list();
    }

    private List<Line> lines(UUID id, @Nullable Part part, long after, int limit, boolean onlyOpen) {
        return jdbc.sql("""
                        select place, row_number, part, member_id, member_version, full_name, reason, differences::text, applied_at
                        from org.reconciliation_row
                        where import_id = :id and place > :after and (:part::text is null or part = :part::text)
                          and (not :open or applied_at is null)
                        order by place limit :limit
                        """)
                .param("id", id)
                .param("after", after)
                .param("part", part == null ? null : part.name())
                .param("open", onlyOpen)
                .param("limit", limit)
                .query((row, n) -> new Line(
                        row.getInt("place"),
                        row.getObject("row_number", Integer.class),
                        Part.valueOf(row.getString("part")),
                        row.getObject("member_id", UUID.class),
                        row.getObject("member_version", Long.class),
                        row.getString("full_name"),
                        row.getString("reason"),
                        json.readValue(row.getString("differences"), DIFFERENCES),
                        row.getObject("applied_at", OffsetDateTime.class)))
                .list();
    }

    /** What was taken over stands in the register, and with its reason in the audit trail: here it is told no more. */
    void applied(UUID id, Part part, OffsetDateTime at) {
        jdbc.sql("""
                        update org.reconciliation_row set applied_at = ?, full_name = null, differences = '[]'
                        where import_id = ? and part = ? and applied_at is null
                        """).params(at, id, part.name()).update();
        if (part == Part.NEW) {
            jdbc.sql("delete from org.import_row where import_id = ?").param(id).update();
        }
    }
}
