package tusoi.org.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.accounts.domain.Account;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.problems.ProblemException;

@Repository
class Accounts {
    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(Account account, long version, Instant recordedAt) {}

    Optional<Stored> find(AccountId id) {
        return select(id, "");
    }

    Optional<Stored> lock(AccountId id) {
        return select(id, " for update");
    }

    private Optional<Stored> select(AccountId id, String lock) {
        return jdbc.sql("select * from org.account where id = ?" + lock)
                .param(id.value())
                .query((row, n) -> stored(row))
                .optional();
    }

    void add(Account account, Instant recordedAt) {
        int added = jdbc.sql("""
                        insert into org.account (id, subject, username, display_name, unit_id, locked, version, recorded_at)
                        values (?, ?, ?, ?, ?, ?, 1, ?) on conflict do nothing
                        """)
                .params(
                        account.id().value(),
                        account.subject(),
                        account.username(),
                        account.displayName(),
                        account.unit().value(),
                        account.locked(),
                        recordedAt.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw ProblemException.duplicate("subject", "This subject or username has an account already");
        }
    }

    void save(Account account, long version, Instant recordedAt) {
        jdbc.sql("update org.account set locked = ?, version = ?, recorded_at = ? where id = ?")
                .params(
                        account.locked(),
                        version,
                        recordedAt.atOffset(ZoneOffset.UTC),
                        account.id().value())
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Account account = new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("subject"),
                row.getString("username"),
                row.getString("display_name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getBoolean("locked"));
        return new Stored(
                account,
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
