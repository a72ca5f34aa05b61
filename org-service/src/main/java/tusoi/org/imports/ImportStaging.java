package tusoi.org.imports;

import java.io.IOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.org.ids.UnitId;
import tusoi.org.imports.files.RowSource;
import tusoi.org.imports.staged.StagedChecks;
import tusoi.org.imports.staged.Staging;
import tusoi.org.members.PersonKey;
import tusoi.platform.audit.Audit;
import tusoi.platform.ids.Ids;
import tusoi.platform.persistence.Loader;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Stages a file as the loader, in one transaction: after a kill there is nothing of it. */
@Component
public class ImportStaging {
    private final Scope scope;
    private final PersonKey key;
    private final TransactionOperations transaction;
    private final JdbcTemplate loader;
    private final JdbcClient statements;
    private final Audit audit;

    ImportStaging(
            Scope scope,
            PersonKey key,
            @Loader TransactionOperations transaction,
            @Loader DataSource loader,
            @Loader JdbcClient statements,
            Audit audit) {
        this.audit = audit;
        this.scope = scope;
        this.key = key;
        this.transaction = transaction;
        this.loader = new JdbcTemplate(loader);
        this.statements = statements;
    }

    UUID stage(UnitId unit, String fileName, RowSource source) {
        return stage(unit, fileName, source, Purpose.REGISTER, (statements, id) -> {});
    }

    /** Compares what was staged with what is held, as the loader in the transaction that staged it. */
    public interface Comparison {
        void run(JdbcClient loader, UUID id);
    }

    /** Stages a file that is to be compared: people of the register are no fault in it, and faulty rows are left out. */
    public UUID stageForComparison(UnitId unit, UploadedFile file, Comparison comparison) throws IOException {
        return file.read((name, source) -> stage(unit, name, source, Purpose.COMPARE, comparison));
    }

    /** What comes of it tells who of the file is in the register already, so it leaves a trace. */
    private enum Purpose {
        REGISTER("org.import-staged"),
        COMPARE("org.reconciliation-compared");

        private final String action;

        Purpose(String action) {
            this.action = action;
        }
    }

    private UUID stage(UnitId unit, String fileName, RowSource source, Purpose purpose, Comparison comparison) {
        scope.require(Right.MEMBER_IMPORT, unit.value());
        UUID account = scope.account();
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> {
            begin(id, unit, fileName, account, purpose);
            Staging.Outcome outcome = Staging.copy(loader, id, key, source);
            StagedChecks checks = new StagedChecks(statements);
            checks.keep(id, outcome.errors());
            int faults =
                    purpose == Purpose.REGISTER ? checks.check(id, unit.value()) : checks.findHomes(id, unit.value());
            finish(id, outcome.rows(), outcome.errorCount() + faults, purpose);
            comparison.run(statements, id);
        });
        audit.read(purpose.action, "import", id, unit.value());
        return id;
    }

    private void begin(UUID id, UnitId unit, String fileName, UUID account, Purpose purpose) {
        statements
                .sql("""
                        insert into org.import (id, unit_id, file_name, state, created_by, created_at, purpose)
                        values (?, ?, ?, 'STAGING', ?, clock_timestamp(), ?)
                        """)
                .params(id, unit.value(), fileName, account, purpose.name())
                .update();
    }

    private void finish(UUID id, int rows, int errorCount, Purpose purpose) {
        statements
                .sql("update org.import set state = ?, row_count = ?, error_count = ? where id = ?")
                .params(isUsable(rows, errorCount, purpose) ? "STAGED" : "INVALID", rows, errorCount, id)
                .update();
    }

    private static boolean isUsable(int rows, int errorCount, Purpose purpose) {
        return rows > 0 && (errorCount == 0 || purpose == Purpose.COMPARE);
    }
}
