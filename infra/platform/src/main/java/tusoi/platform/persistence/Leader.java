package tusoi.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Runs a piece of background work in one instance of the service: whoever holds an advisory lock on a connection of its own.
 * When that connection ends, so does the work here, and another instance takes over. Failures are tried again for ever.
 */
public final class Leader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Leader.class);
    private static final int CLASS = 20080;
    private static final Duration WITHOUT_FORCE = Duration.ofSeconds(3);
    private static final Duration WITH_FORCE = Duration.ofSeconds(5);

    private final Task task;
    private final LoaderConnections connections;
    private volatile boolean running;
    private volatile boolean leading;
    private @Nullable Thread thread;

    public Leader(Task task, LoaderConnections connections) {
        this.task = task;
        this.connections = connections;
    }

    /** What a leader does. */
    public interface Task {
        String name();

        /** The second part of the lock's key; see the migrations. */
        int lock();

        /** How long another instance waits before it asks again. */
        Duration takeover();

        Duration retryAtMost();

        /** Works until {@link Term#isOver} or a failure. */
        void lead(Term term) throws Exception;
    }

    /** One leadership. Its connection holds the lock; statements on it fail once the lock is gone. */
    public interface Term {
        boolean isOver();

        Connection connection();

        SingleConnectionDataSource dataSource();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("tusoi-" + task.name()).daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var stopping = thread;
        if (stopping != null) {
            try {
                if (!stopping.join(WITHOUT_FORCE)) {
                    stopping.interrupt();
                    stopping.join(WITH_FORCE);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether this instance does the work at present. */
    public boolean isLeading() {
        return leading;
    }

    private void run() {
        var pause = task.takeover();
        while (running) {
            try {
                leadIfNobodyDoes();
                pause = task.takeover();
            } catch (Exception | LinkageError failed) {
                pause = longer(pause);
                if (running) {
                    LOG.warn("{} failed, next try in {} ms", task.name(), pause.toMillis(), failed);
                }
            }
            pause(pause);
        }
    }

    private void leadIfNobodyDoes() throws Exception {
        try (var connection = connections.open()) {
            if (lock(connection)) {
                leading = true;
                LOG.info("{} leads", task.name());
                task.lead(new OwnTerm(connection, new SingleConnectionDataSource(connection, true)));
            }
        } finally {
            leading = false;
        }
    }

    private boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, CLASS);
            statement.setInt(2, task.lock());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(task.retryAtMost()) > 0 ? task.retryAtMost() : doubled;
    }

    private void pause(Duration pause) {
        try {
            if (running) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException stopping) {
            LOG.debug("{} stops", task.name());
        }
    }

    private final class OwnTerm implements Term {
        private final Connection connection;
        private final SingleConnectionDataSource dataSource;

        private OwnTerm(Connection connection, SingleConnectionDataSource dataSource) {
            this.connection = connection;
            this.dataSource = dataSource;
        }

        @Override
        public boolean isOver() {
            return !running;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public SingleConnectionDataSource dataSource() {
            return dataSource;
        }
    }
}
