package tusoi.platform.audit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.persistence.Leader;

/** Seals what was added, a batch at a time and behind the commands, so that the chain is no lock. */
final class Sealer implements Leader.Task {
    private static final int BATCH = 1000;

    private final Duration interval;

    Sealer(Duration interval) {
        this.interval = interval;
    }

    @Override
    public String name() {
        return "audit-sealer";
    }

    @Override
    public int lock() {
        return 4;
    }

    @Override
    public Duration takeover() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration retryAtMost() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void lead(Leader.Term term) throws InterruptedException {
        while (!term.isOver()) {
            if (seal(term.dataSource()) < BATCH) {
                TimeUnit.MILLISECONDS.sleep(interval.toMillis());
            }
        }
    }

    /** Returns how many entries the new seal covers. */
    static int seal(DataSource dataSource) {
        var rows = new AuditRows(JdbcClient.create(dataSource));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        Integer sealed = transaction.execute(status -> {
            var entries = rows.unsealed(BATCH);
            if (!entries.isEmpty()) {
                var last = rows.last();
                rows.add(
                        last == null
                                ? AuditSeal.over(1, AuditSeal.FIRST, entries)
                                : AuditSeal.over(last.number() + 1, last.hash(), entries));
            }
            return entries.size();
        });
        return sealed == null ? 0 : sealed;
    }
}
