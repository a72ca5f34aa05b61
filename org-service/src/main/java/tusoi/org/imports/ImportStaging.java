package tusoi.org.imports;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.org.ids.UnitId;
import tusoi.org.members.PersonKey;
import tusoi.platform.ids.Ids;
import tusoi.platform.persistence.Loader;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Stages a file as the loader, in one transaction: after a kill there is nothing of it. */
@Component
class ImportStaging {
    private final Scope scope;
    private final PersonKey key;
    private final TransactionOperations transaction;
    private final JdbcTemplate loader;
    private final JdbcClient statements;

    ImportStaging(
            Scope scope,
            PersonKey key,
            @Loader TransactionOperations transaction,
            @Loader DataSource loader,
            @Loader JdbcClient statements) {
        this.scope = scope;
        this.key = key;
        this.transaction = transaction;
        this.loader = new JdbcTemplate(loader);
        this.statements = statements;
    }

    UUID stage(UnitId unit, String fileName, RowSource source) {
        scope.require(Right.MEMBER_IMPORT, unit.value());
        UUID account = scope.account();
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> {
            begin(id, unit, fileName, account);
            Staging.Outcome outcome = Staging.copy(loader, id, key, source);
            StagedChecks checks = new StagedChecks(statements);
            checks.keep(id, outcome.errors());
            finish(id, outcome.rows(), outcome.errorCount() + checks.check(id, unit.value()));
        });
        return id;
    }

    private void begin(UUID id, UnitId unit, String fileName, UUID account) {
        statements.sql("""
                        insert into org.import (id, unit_id, file_name, state, created_by, created_at)
                        values (?, ?, ?, 'STAGING', ?, clock_timestamp())
                        """).params(id, unit.value(), fileName, account).update();
    }

    private void finish(UUID id, int rows, int errorCount) {
        statements
                .sql("update org.import set state = ?, row_count = ?, error_count = ? where id = ?")
                .params(rows == 0 || errorCount > 0 ? "INVALID" : "STAGED", rows, errorCount, id)
                .update();
    }
}
