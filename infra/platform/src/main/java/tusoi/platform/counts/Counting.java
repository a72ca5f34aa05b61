package tusoi.platform.counts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.counts.BooksCounted.Line;
import tusoi.platform.ids.Ids;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;
import tusoi.platform.persistence.LoaderConnections;

/**
 * Counts the service's own books as they are at one recorded instant, and publishes what came out. Who records announces itself
 * first: in the instant in which nobody is announced, everything recorded is committed, and whoever comes next records a later time. Only
 * that instant is held, not the counting, which reads a snapshot.
 */
public final class Counting {
    private static final int CHUNK = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BookCounts counts;
    private final DataSource loader;
    private final LoaderConnections connections;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final Outbox outbox;

    Counting(
            BookCounts counts,
            DataSource loader,
            LoaderConnections connections,
            TransactionOperations transaction,
            JdbcClient jdbc,
            Outbox outbox) {
        this.counts = counts;
        this.loader = loader;
        this.connections = connections;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    private record Counted(Instant at, LocalDate onDay, List<Line> lines) {}

    /** Returns the counting's id; nothing where somebody was recording all the time. */
    public Optional<UUID> count() {
        return read().map(this::publish);
    }

    /** When it was last done. */
    Optional<Instant> last() {
        return jdbc.sql("select counted_at from platform.counting order by counted_at desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Optional<Counted> read() {
        try (Connection books = loader.getConnection()) {
            books.setAutoCommit(false);
            books.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            books.setReadOnly(true);
            try {
                JdbcClient snapshot = JdbcClient.create(new SingleConnectionDataSource(books, true));
                return quietInstant(snapshot).map(at -> counted(snapshot, at));
            } finally {
                books.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the books could not be counted", e);
        }
    }

    /** The snapshot's own, taken while nobody is announced; those who come meanwhile wait for as long as one statement takes. */
    private Optional<Instant> quietInstant(JdbcClient snapshot) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Connection own = connections.open()) {
            JdbcClient gate = JdbcClient.create(new SingleConnectionDataSource(own, true));
            while (System.nanoTime() < end) {
                if (flag(gate, "select pg_try_advisory_lock(20080, 1)")) {
                    try {
                        return Optional.of(
                                snapshot.sql("select greatest(clock_timestamp(), ceiling) from platform.clock")
                                        .query(OffsetDateTime.class)
                                        .single()
                                        .toInstant());
                    } finally {
                        flag(gate, "select pg_advisory_unlock(20080, 1)");
                    }
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static boolean flag(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(Boolean.class).single();
    }

    private Counted counted(JdbcClient snapshot, Instant at) {
        LocalDate onDay = snapshot.sql("select (cast(:at as timestamptz) at time zone 'Asia/Ho_Chi_Minh')::date")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(LocalDate.class)
                .single();
        List<Line> lines = snapshot.sql("select unit_id, what, key, number from (" + counts.query()
                        + ") counted order by unit_id, what, key")
                .param("day", onDay)
                .query((row, _) -> new Line(
                        row.getObject("unit_id", UUID.class),
                        row.getString("what"),
                        row.getString("key"),
                        row.getLong("number")))
                .list();
        return new Counted(at, onDay, lines);
    }

    private UUID publish(Counted counted) {
        UUID counting = Ids.next();
        List<List<Line>> chunks = new ArrayList<>();
        for (int from = 0; from < counted.lines().size(); from += CHUNK) {
            chunks.add(counted.lines().subList(from, Math.min(counted.lines().size(), from + CHUNK)));
        }
        if (chunks.isEmpty()) {
            chunks.add(List.of()); // that there is nothing is told too
        }
        transaction.executeWithoutResult(_ -> {
            for (int n = 0; n < chunks.size(); n++) {
                UUID part = Ids.next();
                var data =
                        new BooksCounted(counting, counted.at(), counted.onDay(), n + 1, chunks.size(), chunks.get(n));
                outbox.publish(new OutgoingEvent(counts.type(), counting.toString(), part, 1, data));
            }
            jdbc.sql("insert into platform.counting (id, counted_at, on_day, lines) values (:id, :at, :day, :lines)")
                    .param("id", counting)
                    .param("at", counted.at().atOffset(ZoneOffset.UTC))
                    .param("day", counted.onDay())
                    .param("lines", counted.lines().size())
                    .update();
        });
        return counting;
    }
}
