package tusoi.platform.inbox;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;

/** Tells a record's fault from the database's. */
final class Failures {
    /** Connection, resources, operator's intervention, rollback forced by others, lock not to be had. */
    private static final Set<String> FOR_NOW = Set.of("08", "53", "57", "40", "55", "58");

    private Failures() {}

    static boolean isForNow(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof TransactionException
                    || cause instanceof Positions.Moved
                    || (cause instanceof SQLException sql && isForNow(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForNow(@Nullable String state) {
        return state == null || (state.length() >= 2 && FOR_NOW.contains(state.substring(0, 2)));
    }
}
