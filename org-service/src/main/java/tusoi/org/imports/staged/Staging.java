package tusoi.org.imports.staged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tusoi.org.imports.domain.Columns;
import tusoi.org.imports.domain.ImportRow;
import tusoi.org.imports.domain.RowError;
import tusoi.org.imports.domain.RowReader;
import tusoi.org.imports.files.RowSource;
import tusoi.org.members.Newcomer;
import tusoi.org.members.PersonKey;
import tusoi.org.text.Texts;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;

/** Reads a file into the staging table as it streams in; keeps of it a row at a time, and the first ten thousand errors. */
public final class Staging implements RowSource.Sink {
    private static final UUID NO_UNIT_YET = new UUID(0, 0);
    public static final int MAX_ROWS = 200_000;
    private static final int MAX_ERRORS_KEPT = 10_000;
    private static final String COPY = """
            copy org.import_row (import_id, row_number, unit_code, reference, full_name, name_folded, sort_key, birth_date,
                                 gender, identifier_cipher, identifier_hash, admitted_on, recognised_on, member_since, state,
                                 exempt, person_id, member_id) from stdin
            """;

    private final UUID importId;
    private final PersonKey key;
    private final CopyIn copy;
    private final List<RowError> errors = new ArrayList<>();
    private @Nullable Columns columns;
    private int rows;
    private int errorCount;

    private Staging(UUID importId, PersonKey key, CopyIn copy) {
        this.importId = importId;
        this.key = key;
        this.copy = copy;
    }

    public record Outcome(int rows, int errorCount, List<RowError> errors) {}

    /** In the running transaction of the loader. */
    public static Outcome copy(JdbcTemplate loader, UUID importId, PersonKey key, RowSource source) {
        Outcome outcome = loader.execute((ConnectionCallback<Outcome>) connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            Staging staging = new Staging(importId, key, copy);
            try {
                source.forEach(staging);
                staging.mustHaveRows();
                copy.endCopy();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return new Outcome(staging.rows, staging.errorCount, staging.errors);
        });
        return Objects.requireNonNull(outcome);
    }

    private void mustHaveRows() {
        if (rows == 0) {
            error(new RowError(1, "file", "no-rows", "The file has no member", null));
        }
    }

    @Override
    public void row(int number, List<String> cells) throws IOException {
        if (columns == null) {
            if (cells.size() > Columns.MOST) {
                throw ProblemException.unreadable(
                        "file", "A file has at most " + Columns.MOST + " columns", "Leave out the others");
            }
            columns = new Columns(cells);
            columns.errors().forEach(this::error);
            return;
        }
        if (++rows > MAX_ROWS) {
            throw ProblemException.tooLarge("A file has at most " + MAX_ROWS + " members");
        }
        RowReader.Result result = RowReader.read(number, columns, cells);
        result.errors().forEach(this::error);
        ImportRow row = result.row();
        if (row != null) {
            stay(row)
                    .disorder()
                    .ifPresentOrElse(
                            fault -> error(new RowError(number, Columns.MEMBER_SINCE, "ORG-16", fault, null)),
                            () -> write(row));
        }
    }

    private static Newcomer.Stay stay(ImportRow row) {
        return new Newcomer.Stay(
                NO_UNIT_YET,
                row.memberSince(),
                row.birthDate(),
                row.admittedOn(),
                row.recognisedOn(),
                row.state(),
                row.exempt());
    }

    private void error(RowError error) {
        errorCount++;
        if (errors.size() < MAX_ERRORS_KEPT) {
            errors.add(error);
        }
    }

    private void write(ImportRow row) {
        byte[] line = new CopyLine()
                .add(importId)
                .add(row.row())
                .add(row.unitCode())
                .add(row.reference())
                .add(row.fullName())
                .add(Texts.fold(row.fullName()))
                .add(Texts.sortKey(row.fullName()))
                .add(row.birthDate())
                .add(row.gender())
                .add(key.encrypt(row.personIdentifier()))
                .add(key.hash(row.personIdentifier()))
                .add(row.admittedOn())
                .add(row.recognisedOn())
                .add(row.memberSince())
                .add(row.state())
                .add(row.exempt())
                .add(Ids.next())
                .add(Ids.next())
                .end();
        try {
            copy.writeToCopy(line, 0, line.length);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The staging table takes no more rows", e);
        }
    }
}
