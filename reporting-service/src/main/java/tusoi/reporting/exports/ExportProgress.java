package tusoi.reporting.exports;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.reports.ReportView;
import tusoi.scope.Scope;

/** How far exports have come that somebody has named, on this instance; the latest thousand, each for its account. */
@Component
class ExportProgress {
    private static final int KEPT = 1_000;
    private static final int MOST_AT_ONCE = 8;

    private final Scope scope;
    private final JdbcClient jdbc;
    private final Map<UUID, Export> exports = new LinkedHashMap<>();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    ExportProgress(Scope scope, @Loader JdbcClient jdbc) {
        this.scope = scope;
        this.jdbc = jdbc;
    }

    /** What is done with an export's rows while they are written. */
    enum State {
        WRITING,
        DONE,
        BROKEN_OFF
    }

    /** @param of how many rows it will have, its totals included; what a unit further down has of its own is counted as it is found */
    record ProgressView(long rows, long of, State state) {}

    private static final class Export {
        private final UUID account;
        private final long of;
        private final AtomicLong rows = new AtomicLong();
        private volatile State state = State.WRITING;

        private Export(UUID account, long of) {
            this.account = account;
            this.of = of;
        }

        private long expected() {
            return state == State.DONE ? rows.get() : Math.max(of, rows.get());
        }
    }

    /** Writing that may break off. */
    interface Writing {
        void write(ExportTable.Rows counted) throws IOException;
    }

    /** A 409 problem where the name is taken, 503 where too many are written now. Without a name nothing is counted. */
    void follow(@Nullable UUID name, long of, ExportTable.Rows rows, Writing writing) throws IOException {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    503, "busy", MOST_AT_ONCE + " exports are being written", null, "Repeat in a moment");
        }
        try {
            if (name == null) {
                writing.write(rows);
            } else {
                counted(begin(name, of), rows, writing);
            }
        } finally {
            places.release();
        }
    }

    private static void counted(Export export, ExportTable.Rows rows, Writing writing) throws IOException {
        try {
            writing.write(to -> rows.tell(row -> {
                to.write(row);
                export.rows.incrementAndGet();
            }));
            export.state = State.DONE;
        } finally {
            if (export.state == State.WRITING) {
                export.state = State.BROKEN_OFF;
            }
        }
    }

    private synchronized Export begin(UUID name, long of) {
        Export export = new Export(scope.account(), of);
        if (exports.putIfAbsent(name, export) != null) {
            throw ProblemException.duplicate("export", "There is an export of that name");
        }
        if (exports.size() > KEPT) {
            exports.remove(exports.keySet().iterator().next());
        }
        return export;
    }

    synchronized ProgressView of(UUID name) {
        UUID account = scope.account();
        Export export = exports.get(name);
        if (export == null || !export.account.equals(account)) {
            throw ProblemException.notFound("The export");
        }
        return new ProgressView(export.rows.get(), export.expected(), export.state);
    }

    /** How many rows a report has that goes so many levels down, but for those of what a unit further down has of its own. */
    long expected(ReportView top, int levels) {
        if (levels == 1) {
            return top.rows().size();
        }
        String own = top.unit().code();
        long others = top.rows().stream()
                .filter(row ->
                        !row.kind().equals("part") || String.valueOf(row.key()).equals(own))
                .count();
        return others
                + jdbc.sql("""
                        select count(*) from scope.closure
                         where ancestor_id = :unit and depth between 1 and :levels
                           and valid_from <= :asOf and valid_to > :asOf and recorded_from <= :knownAt and recorded_to > :knownAt
                        """)
                        .param("unit", top.unit().id())
                        .param("levels", levels)
                        .param("asOf", top.asOf())
                        .param("knownAt", top.knownAt().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single();
    }
}
