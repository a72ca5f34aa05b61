package tusoi.org.imports.retention;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.persistence.Leader;

/** Takes away what files told of persons once it is as old as the installation keeps it; in small bites, as the loader. */
public class StagedPurge implements Leader.Task {
    private static final int FILES = 20;
    private static final long TICK_MILLIS = 1000;

    private final Duration kept;
    private final Duration pause;

    public StagedPurge(Duration kept, Duration pause) {
        this.kept = kept;
        this.pause = pause;
    }

    @Override
    public String name() {
        return "staged-purge";
    }

    @Override
    public int lock() {
        return 23;
    }

    @Override
    public Duration takeover() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration retryAtMost() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void lead(Leader.Term term) throws InterruptedException {
        long waited = pause.toMillis();
        while (!term.isOver()) {
            if (waited >= pause.toMillis()) {
                waited = purge(JdbcClient.create(term.dataSource())) < FILES ? 0 : waited;
            }
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            waited += TICK_MILLIS;
        }
    }

    /** Returns how many files it has emptied; each statement of a file is one with the note that it is done. */
    private int purge(JdbcClient loader) {
        return loader.sql("""
                        with old as (
                            select id from org.import
                            where purged_at is null and state <> 'STAGING' and created_at < clock_timestamp() - make_interval(secs => :kept)
                            order by created_at limit :files
                        ), rows as (delete from org.import_row where import_id in (select id from old)),
                           faults as (delete from org.import_error where import_id in (select id from old)),
                           compared as (delete from org.reconciliation_row where import_id in (select id from old))
                        update org.import
                        set purged_at = clock_timestamp(), file_name = '',
                            state = case when state = 'APPLIED' then state else 'PURGED' end
                        where id in (select id from old)
                        """)
                .param("kept", kept.toSeconds())
                .param("files", FILES)
                .update();
    }
}
