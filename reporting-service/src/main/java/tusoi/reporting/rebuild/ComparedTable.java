package tusoi.reporting.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.persistence.Shadow;
import tusoi.reporting.rebuild.RebuildRun.Kind;
import tusoi.reporting.rebuild.RebuildRun.RowDifference;
import tusoi.reporting.rebuild.RebuildRun.TableDifference;

/**
 * A table that stands in both, as it was once everything up to an instant was recorded and nothing more. What is only kept as it is now
 * (accounts, units' lives) has no such past; it is brought in line by a switch.
 */
record ComparedTable(String schema, String name, List<String> columns, List<String> keys) {
    private static final int EXAMPLES = 50;

    /** Read from the catalogue, so that a new fact is compared too. */
    static List<ComparedTable> timed(JdbcClient jdbc) {
        return jdbc.sql("""
                        select substr(n.nspname, 8) as home, c.relname,
                               array(select a.attname::text from pg_attribute a
                                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
                               array(select a.attname::text from pg_index i
                                       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                                      where i.indrelid = c.oid and i.indisprimary
                                      order by array_position(i.indkey::int2[], a.attnum)) as keys
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname in ('shadow_reporting', 'shadow_scope') and c.relkind = 'r'
                           and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'recorded_from')
                         order by 1, 2
                        """)
                .query((row, _) -> new ComparedTable(
                        row.getString(1), row.getString(2), texts(row, "columns"), texts(row, "keys")))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }

    String ordered(String prefix, Instant through) {
        return asOf(prefix, through) + " order by " + String.join(", ", keys);
    }

    /** Ends that were recorded later were not known. The instant is ours, and COPY takes no parameters. */
    private String asOf(String prefix, Instant through) {
        String instant = "timestamptz '" + through + "'";
        String wanted = columns.stream()
                .map(column -> column.equals("recorded_to")
                        ? "case when recorded_to > %s then 'infinity' else recorded_to end as recorded_to"
                                .formatted(instant)
                        : '"' + column + '"')
                .collect(Collectors.joining(", "));
        return "select %s from %s%s.%s where recorded_from <= %s".formatted(wanted, prefix, schema, name, instant);
    }

    TableDifference difference(JdbcClient jdbc, Instant through) {
        String unit = columns.contains("unit_id") ? "coalesce(live.unit_id, shadow.unit_id)" : "null::uuid";
        String joined = """
                from (%s) live full join (%s) shadow using (%s)
                where live is distinct from shadow
                """.formatted(asOf("", through), asOf(Shadow.PREFIX, through), String.join(", ", keys));
        long rows = jdbc.sql("select count(*) " + joined).query(Long.class).single();
        List<RowDifference> examples = jdbc.sql(
                        """
                        select %s::text, %s,
                               case when shadow is not distinct from null then 'ONLY_LIVE'
                                    when live is not distinct from null then 'ONLY_REBUILT' else 'CHANGED' end,
                               array(select l.key from jsonb_each(to_jsonb(live)) l
                                      where to_jsonb(live) is not null and to_jsonb(shadow) -> l.key is distinct from l.value
                                      order by l.key) as changed
                        %s
                        order by %s limit %d
                        """.formatted(keys.getFirst(), unit, joined, String.join(", ", keys), EXAMPLES))
                .query((row, _) -> {
                    Kind kind = Kind.valueOf(row.getString(3));
                    List<String> changed = kind == Kind.CHANGED ? texts(row, "changed") : List.of();
                    return new RowDifference(row.getString(1), row.getObject(2, UUID.class), kind, changed);
                })
                .list();
        return new TableDifference(schema + "." + name, rows, examples);
    }
}
