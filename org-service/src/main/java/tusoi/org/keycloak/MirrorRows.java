package tusoi.org.keycloak;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Keycloak's groups should be, and which of them are due to be compared; read and written past row policies. */
class MirrorRows {
    private final JdbcClient jdbc;

    MirrorRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** @param changed here, by a grant or a lock, so that a difference is no repair */
    record Due(UUID unit, boolean changed) {}

    /** Takes notice of what commands have changed. */
    void takeChanges() {
        jdbc.sql("""
                with taken as (delete from org.unit_to_mirror returning unit_id)
                insert into org.mirrored_unit as m (unit_id, due_at, changed)
                select distinct unit_id, now(), true from taken
                on conflict (unit_id) do update set due_at = now(), changed = true
                """).update();
    }

    List<Due> due(int most) {
        return jdbc.sql("""
                        select unit_id as unit, changed from org.mirrored_unit where due_at <= now()
                        order by changed desc, due_at limit ?
                        """).param(most).query(Due.class).list();
    }

    /** Subjects by role, of grants in force today. */
    Map<String, Set<String>> wanted(UUID unit) {
        Map<String, Set<String>> wanted = new HashMap<>();
        jdbc.sql("""
                        select g.role, a.subject from org.grant_version g join org.account a on a.id = g.account_id
                        where g.unit_id = ? and g.recorded_to = 'infinity'
                          and g.valid_from <= scope.today() and g.valid_to > scope.today()
                          and a.subject is not null and not a.locked
                        """).param(unit).query(row -> {
            wanted.computeIfAbsent(row.getString(1), role -> new HashSet<>()).add(row.getString(2));
        });
        return wanted;
    }

    boolean isMirrored(UUID unit) {
        return jdbc.sql("select exists (select from org.mirrored_unit where unit_id = ?)")
                .param(unit)
                .query(Boolean.class)
                .single();
    }

    /** Compared; what has changed since it was found due stays due. */
    void compared(Due unit, Duration every, int repairs) {
        jdbc.sql("""
                        update org.mirrored_unit set due_at = now() + make_interval(secs => :seconds), changed = false
                        where unit_id = :unit
                        """)
                .param("seconds", every.toSeconds())
                .param("unit", unit.unit())
                .update();
        repaired(repairs);
    }

    void repaired(int repairs) {
        if (repairs > 0) {
            jdbc.sql("update org.mirror set repairs = repairs + ?")
                    .param(repairs)
                    .update();
        }
    }

    boolean isSweepDue(Duration every) {
        return jdbc.sql("select swept_at is null or swept_at < now() - make_interval(secs => ?) from org.mirror")
                .param(every.toSeconds())
                .query(Boolean.class)
                .single();
    }

    void swept() {
        jdbc.sql("update org.mirror set swept_at = now()").update();
    }

    void succeeded() {
        jdbc.sql("update org.mirror set succeeded_at = now()").update();
    }
}
