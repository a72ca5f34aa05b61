package tusoi.org.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.accounts.domain.Account;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.platform.problems.ProblemException;

/** Accounts as they are now. Their version counts what was announced of them: 0 until an invited one can sign in. */
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

    void add(Account account, long version, Instant recordedAt) {
        int added = jdbc.sql("""
                        insert into org.account (id, subject, username, display_name, unit_id, locked, version, recorded_at,
                                                 member_id, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(Arrays.asList(
                        account.id().value(),
                        account.subject(),
                        account.username(),
                        account.displayName(),
                        account.unit().value(),
                        account.locked(),
                        version,
                        recordedAt.atOffset(ZoneOffset.UTC),
                        member(account),
                        account.state().name()))
                .update();
        if (added == 0) {
            throw ProblemException.duplicate("subject", "This subject, username or member has an account already");
        }
    }

    void save(Account account, long version, Instant recordedAt) {
        try {
            jdbc.sql("""
                            update org.account set subject = ?, locked = ?, locked_from = ?, member_id = ?, state = ?, version = ?, recorded_at = ?
                            where id = ?
                            """)
                    .params(Arrays.asList(
                            account.subject(),
                            account.locked(),
                            account.lockedFrom() == null
                                    ? null
                                    : account.lockedFrom().value(),
                            member(account),
                            account.state().name(),
                            version,
                            recordedAt.atOffset(ZoneOffset.UTC),
                            account.id().value()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw ProblemException.duplicate("memberId", "This member has an account already");
        }
    }

    /** Keycloak is to be brought in line with the account, and the groups of its units. */
    void toDirectory(AccountId account) {
        jdbc.sql("""
                        update org.account set directory = 'PENDING', directory_reason = null,
                               directory_change = directory_change + 1
                        where id = ?
                        """).param(account.value()).update();
        jdbc.sql("""
                        insert into org.unit_to_mirror (unit_id)
                        select distinct unit_id from org.grant_version where recorded_to = 'infinity' and account_id = ?
                        """).param(account.value()).update();
    }

    /** Unless something newer is asked for by now. */
    void settle(AccountId account, long change, String directory, @Nullable String reason) {
        jdbc.sql("update org.account set directory = ?, directory_reason = ? where id = ? and directory_change = ?")
                .params(Arrays.asList(directory, reason, account.value(), change))
                .update();
        if (directory.equals("IN_LINE")) {
            jdbc.sql("""
                            insert into org.unit_to_mirror (unit_id)
                            select distinct unit_id from org.grant_version where recorded_to = 'infinity' and account_id = ?
                            """).param(account.value()).update();
        }
    }

    /** Whether the account has grants, now or later, at units that the caller does not look after. */
    boolean reachesFurther(AccountId account) {
        return jdbc.sql("select org.reaches_further(?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    /** The highest unit through which the caller looks after the accounts of that one; he does. */
    UnitId lookedAfterFrom(UnitId unit) {
        return new UnitId(jdbc.sql("select org.looked_after_from(?)")
                .param(unit.value())
                .query(UUID.class)
                .single());
    }

    /** Whether the caller looks after the accounts of the whole register. */
    boolean isRegistrar() {
        return jdbc.sql("select org.administers_register()")
                .query(Boolean.class)
                .single();
    }

    private static @Nullable UUID member(Account account) {
        return account.member() == null ? null : account.member().value();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        UUID member = row.getObject("member_id", UUID.class);
        UUID lockedFrom = row.getObject("locked_from", UUID.class);
        Account account = new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("subject"),
                row.getString("username"),
                row.getString("display_name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                member == null ? null : new MemberId(member),
                Account.State.valueOf(row.getString("state")),
                row.getBoolean("locked"),
                lockedFrom == null ? null : new UnitId(lockedFrom));
        return new Stored(
                account,
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
