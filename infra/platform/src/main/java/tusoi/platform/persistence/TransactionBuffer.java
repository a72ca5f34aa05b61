package tusoi.platform.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers a transaction's rows and writes them together: when enough have come, and before the commit. After a savepoint
 * only before the commit, as rows from before it must not be written where its rollback would take them along.
 */
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
        private final Map<Object, Integer> rowsBeforeSavepoint = new HashMap<>();

        private void add(T row) {
            rows.add(row);
            if (rows.size() >= ROWS && rowsBeforeSavepoint.isEmpty()) {
                write();
            }
        }

        private void write() {
            if (!rows.isEmpty()) {
                write.accept(List.copyOf(rows));
                rows.clear();
            }
        }

        @Override
        public void savepoint(Object savepoint) {
            rowsBeforeSavepoint.put(savepoint, rows.size());
        }

        /** A savepoint that is not known here is older than all rows. */
        @Override
        public void savepointRollback(Object savepoint) {
            rows.subList(rowsBeforeSavepoint.getOrDefault(savepoint, 0), rows.size())
                    .clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
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
