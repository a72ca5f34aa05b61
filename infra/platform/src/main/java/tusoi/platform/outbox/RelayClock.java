package tusoi.platform.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay's side of the recorded clock: how far the past is settled. */
final class RelayClock {
    private final JdbcClient jdbc;

    RelayClock(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Now, as the database has it; whoever announces itself from here on records a later time, even where the clock is set
     * back. To be read before {@link #oldestAnnounced}, and that before the outbox.
     */
    Instant raiseCeiling() {
        return jdbc.sql("""
                        update platform.clock set ceiling = greatest(clock_timestamp(), ceiling + interval '1 microsecond')
                        returning ceiling
                        """).query(OffsetDateTime.class).single().toInstant();
    }

    /** No announced transaction records a time before this one. Present and EPOCH where that cannot be told just now. */
    Optional<Instant> oldestAnnounced() {
        return jdbc.sql("""
                        select count(*) as announced, count(a.xact_start) as known, min(a.xact_start) as oldest
                        from pg_locks l left join pg_stat_activity a using (pid)
                        where l.locktype = 'advisory' and l.classid = 20080 and l.objid = 1 and l.objsubid = 2
                          and l.database = (select oid from pg_database where datname = current_database())
                        """)
                .query((row, number) -> oldest(row.getInt(1), row.getInt(2), row.getObject(3, OffsetDateTime.class)))
                .single();
    }

    private static Optional<Instant> oldest(int announced, int known, @Nullable OffsetDateTime oldest) {
        if (announced == 0) {
            return Optional.empty();
        }
        return Optional.of(known < announced || oldest == null ? Instant.EPOCH : oldest.toInstant());
    }

    Instant published() {
        return jdbc.sql("select published from platform.clock")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void publishing(Instant through) {
        jdbc.sql("update platform.clock set published = ?")
                .param(through.atOffset(ZoneOffset.UTC))
                .update();
    }

    void resendNeeded(@Nullable String why) {
        jdbc.sql("update platform.clock set resend_needed = ? where resend_needed is distinct from ?")
                .param(why)
                .param(why)
                .update();
    }
}
