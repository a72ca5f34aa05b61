package tusoi.platform.problems;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the database refuses because of what others did meanwhile or what the caller sent. Its messages quote data and are not passed on. */
final class DatabaseConflicts {
    private static final String CONNECTION_EXCEPTION = "08";
    private static final String DATA_EXCEPTION = "22";

    private DatabaseConflicts() {}

    static Optional<ProblemException> explain(Throwable thrown) {
        if (thrown instanceof CannotGetJdbcConnectionException || thrown instanceof CannotCreateTransactionException) {
            return Optional.of(busy("The database does not answer now"));
        }
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(DatabaseConflicts::ofState);
    }

    private static Optional<ProblemException> ofState(String sqlState) {
        return switch (sqlState) {
            case "23505", "23P01" ->
                Optional.of(new ProblemException(409, "duplicate", "It is there already", null, "Read it again"));
            case "40001", "40P01" ->
                Optional.of(new ProblemException(
                        409, "concurrent-change", "Somebody else is changing the same", null, "Repeat"));
            case "55P03" -> Optional.of(busy("Somebody else holds what this needs"));
            case "57014" -> Optional.of(busy("It took too long"));
            // A division by zero is our own fault, and the one data exception that is.
            case "22012" -> Optional.empty();
            default -> ofClass(sqlState.substring(0, Math.min(2, sqlState.length())));
        };
    }

    private static Optional<ProblemException> ofClass(String sqlStateClass) {
        return switch (sqlStateClass) {
            case CONNECTION_EXCEPTION -> Optional.of(busy("The database does not answer now"));
            case DATA_EXCEPTION -> Optional.of(unreadable());
            default -> Optional.empty();
        };
    }

    private static ProblemException busy(String detail) {
        return new ProblemException(503, "busy", detail, null, "Repeat in a moment, or ask for less");
    }

    private static ProblemException unreadable() {
        return ProblemException.unreadable(
                "request", "A value is malformed, too large or has characters that cannot be kept", "Correct it");
    }
}
