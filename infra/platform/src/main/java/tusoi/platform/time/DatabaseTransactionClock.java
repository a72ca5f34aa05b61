package tusoi.platform.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tusoi.platform.persistence.CurrentTransaction;

/** Announces the transaction to the relay with {@code platform.announce()}, once, in whichever role's transaction runs. */
final class DatabaseTransactionClock implements TransactionClock {
    private final CurrentTransaction transaction;

    DatabaseTransactionClock(CurrentTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Instant recordedAt() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Announced announced) {
            return announced.recordedAt;
        }
        var announced = new Announced(announce());
        TransactionSynchronizationManager.bindResource(this, announced);
        TransactionSynchronizationManager.registerSynchronization(announced);
        return announced.recordedAt;
    }

    @Override
    public Instant recordedAtAfter(Instant previousVersion) {
        var recordedAt = recordedAt();
        if (!recordedAt.isAfter(previousVersion)) {
            throw new IllegalStateException(
                    "Recorded at %s, not after the previous version's %s: ask for it after the last lock"
                            .formatted(recordedAt, previousVersion));
        }
        return recordedAt;
    }

    private Instant announce() {
        return transaction
                .jdbc()
                .sql("select platform.announce()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /**
     * The time of one transaction, put aside while another one runs within it. A savepoint that is rolled back takes an
     * announcement made after it along, as PostgreSQL then gives the lock up.
     */
    private final class Announced implements TransactionSynchronization {
        private final Instant recordedAt;
        private final Set<Object> laterSavepoints = new HashSet<>();
        private boolean revoked;

        private Announced(Instant recordedAt) {
            this.recordedAt = recordedAt;
        }

        @Override
        public void savepoint(Object savepoint) {
            laterSavepoints.add(savepoint);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            if (!laterSavepoints.contains(savepoint) && !revoked) {
                revoked = true;
                TransactionSynchronizationManager.unbindResource(DatabaseTransactionClock.this);
            }
        }

        @Override
        public void suspend() {
            if (!revoked) {
                TransactionSynchronizationManager.unbindResource(DatabaseTransactionClock.this);
            }
        }

        @Override
        public void resume() {
            if (!revoked) {
                TransactionSynchronizationManager.bindResource(DatabaseTransactionClock.this, this);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(DatabaseTransactionClock.this);
        }
    }
}
