package tusoi.platform.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads entries and seals, and adds seals. */
final class AuditRows {
    private static final String ENTRY = """
            select e.id, e.at, e.actor, e.action, e.subject_type, e.subject_id, e.unit_id, e.payload_digest, p.salt, p.payload
            from platform.audit_entry e left join platform.audit_payload p on p.entry_id = e.id
            """;

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AuditEntry> unsealed(int limit) {
        return jdbc.sql(ENTRY + """
                        where e.id in (select entry_id from platform.audit_unsealed order by entry_id limit ?) order by e.id
                        """)
                .param(limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /** Those that no seal names, whether they wait for one or were put there past the trail. */
    List<AuditEntry> inNoSeal() {
        return jdbc.sql(ENTRY + """
                        where e.id not in (select unnest(entry_ids) from platform.audit_seal) order by e.id
                        """).query((row, number) -> entry(row)).list();
    }

    List<Long> waiting() {
        return jdbc.sql("select entry_id from platform.audit_unsealed")
                .query(Long.class)
                .list();
    }

    List<AuditEntry> of(AuditSeal seal) {
        return jdbc.sql(ENTRY + """
                        join unnest(?) with ordinality as sealed(id, place) on sealed.id = e.id order by sealed.place
                        """)
                .param(new SqlArrayValue("int8", seal.entryIds().toArray()))
                .query((row, number) -> entry(row))
                .list();
    }

    Stream<AuditSeal> seals() {
        return jdbc
                .sql("select number, entry_ids, entry_digests, previous, hash from platform.audit_seal order by number")
                .query((row, number) -> seal(row))
                .stream();
    }

    @Nullable
    AuditSeal last() {
        return jdbc.sql("""
                        select number, entry_ids, entry_digests, previous, hash
                        from platform.audit_seal order by number desc limit 1
                        """).query((row, number) -> seal(row)).optional().orElse(null);
    }

    void add(AuditSeal seal) {
        jdbc.sql(
                        "insert into platform.audit_seal (number, entry_ids, entry_digests, previous, hash) values (?, ?, ?, ?, ?)")
                .param(seal.number())
                .param(new SqlArrayValue("int8", seal.entryIds().toArray()))
                .param(new SqlArrayValue("bytea", (Object[]) seal.entryDigests().stream()
                        .map(HexFormat.of()::parseHex)
                        .toArray(byte[][]::new)))
                .param(HexFormat.of().parseHex(seal.previous()))
                .param(HexFormat.of().parseHex(seal.hash()))
                .update();
        jdbc.sql("delete from platform.audit_unsealed where entry_id = any(?)")
                .param(new SqlArrayValue("int8", seal.entryIds().toArray()))
                .update();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("action"),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                hex(row.getBytes("payload_digest")),
                hex(row.getBytes("salt")),
                row.getString("payload"));
    }

    private static AuditSeal seal(ResultSet row) throws SQLException {
        return new AuditSeal(
                row.getLong("number"),
                List.of((Long[]) array(row.getArray("entry_ids"))),
                Arrays.stream(array(row.getArray("entry_digests")))
                        .map(digest -> HexFormat.of().formatHex((byte[]) digest))
                        .toList(),
                HexFormat.of().formatHex(row.getBytes("previous")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private static Object[] array(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
