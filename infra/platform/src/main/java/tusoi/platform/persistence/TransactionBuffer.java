package tusoi.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers a transaction's rows and writes them together: when enough have come, before a savepoint, and before the commit. */
public final class TransactionBuffer<T> {
    private static final int ROWS = 500;

    private final Consumer<List<T>> write;

    public TransactionBuffer(Consumer<List<T>> write) {
        this.write = write;
    }

    /** Throws IllegalStateException outside a transaction. */
    public void add(T row) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("This belongs within a transaction, and none runs");
        }
        gathered().add(row);
    }

    private Rows gathered() {
        if (TransactionSynchronizationManager.getResource(this) instanceof TransactionBuffer<?>.Rows known) {
            @SuppressWarnings("unchecked")
            var rows = (Rows) known;
            return rows;
        }
        var rows = new Rows();
        TransactionSynchronizationManager.bindResource(this, rows);
        TransactionSynchronizationManager.registerSynchronization(rows);
        return rows;
    }

    private final class Rows implements TransactionSynchronization {
        private final List<T> rows = new ArrayList<>();

        private void add(T row) {
            rows.add(row);
            if (rows.size() == ROWS) {
                flush();
            }
        }

        @Override
        public void flush() {
            if (!rows.isEmpty()) {
                write.accept(List.copyOf(rows));
                rows.clear();
            }
        }

        @Override
        public void savepoint(Object savepoint) {
            flush();
        }

        @Override
        public void savepointRollback(Object savepoint) {
            rows.clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            flush();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionBuffer.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionBuffer.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionBuffer.this);
        }
    }
}
