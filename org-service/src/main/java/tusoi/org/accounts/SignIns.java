package tusoi.org.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.accounts.domain.Account;
import tusoi.org.ids.AccountId;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** What is wanted of Keycloak for accounts, and what has become of it. */
@Component
public class SignIns {
    private final Accounts accounts;
    private final AccountJournal journal;
    private final TransactionClock clock;
    private final Asking asking;
    private final JdbcClient jdbc;

    SignIns(Accounts accounts, AccountJournal journal, TransactionClock clock, Asking asking, JdbcClient jdbc) {
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
        this.asking = asking;
        this.jdbc = jdbc;
    }

    /** Who asks, and that he did. */
    @Component
    record Asking(Scope scope, Audit audit) {}

    /**
     * An account that Keycloak does not show as it is.
     *
     * @param subject null where the user has to be made
     * @param change counts what was changed, so that an older answer settles nothing newer
     */
    public record Wanted(
            AccountId id,
            String username,
            String displayName,
            @Nullable String subject,
            boolean locked,
            long change) {}

    /** An account whose password the caller may set anew. */
    public record Resettable(String username, String subject) {}

    /** In the background: the accounts that have waited longest. */
    @Transactional(readOnly = true)
    public List<Wanted> wanted(int most) {
        return jdbc.sql("""
                        select id, username, display_name, subject, locked, directory_change from org.account
                        where directory = 'PENDING' order by recorded_at, id limit ?
                        """)
                .param(most)
                .query((row, n) -> new Wanted(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getString("subject"),
                        row.getBoolean("locked"),
                        row.getLong("directory_change")))
                .list();
    }

    /** The user is there: from now on the account is known to every service. */
    @Transactional
    public void made(Wanted wanted, String subject) {
        Accounts.Stored stored = accounts.lock(wanted.id()).orElseThrow();
        if (stored.account().subject() == null) {
            Account account = stored.account().withSubject(subject);
            Instant recordedAt = clock.recordedAtAfter(stored.recordedAt());
            accounts.save(account, stored.version() + 1, recordedAt);
            journal.announced(account, Account.Change.REGISTERED, stored.version() + 1, stored.account());
        }
        inLine(wanted);
    }

    @Transactional
    public void inLine(Wanted wanted) {
        accounts.settle(wanted.id(), wanted.change(), "IN_LINE", null);
    }

    /** For a person to look at: trying again would not help. */
    @Transactional
    public void failed(Wanted wanted, String reason) {
        accounts.settle(wanted.id(), wanted.change(), "FAILED", reason);
    }

    /**
     * Lets pass who looks after the account and every unit at which it has grants (ORG-96): whoever sets a password can sign in
     * with it. 409 where it is locked, not yet in Keycloak, or the caller's own.
     */
    @Transactional
    public Resettable resettable(AccountId id) {
        Account account = accounts.find(id)
                .map(Accounts.Stored::account)
                .orElseThrow(() -> ProblemException.notFound("The account"));
        asking.scope().require(Right.ACCOUNT_ADMIN, account.unit().value());
        String subject = account.subject();
        if (subject == null || account.locked()) {
            throw ProblemException.wrongState(
                    account.locked() ? "The account is locked" : "The account is not yet in Keycloak");
        }
        if (asking.scope().account().equals(id.value())) {
            throw ProblemException.wrongState("One's own password is changed at the sign-in");
        }
        if (accounts.reachesFurther(id)) {
            account.beyond().orThrow(Overrides.NONE);
        }
        asking.audit()
                .changed(
                        "org.account-one-time-password",
                        "account",
                        id.value(),
                        account.unit().value(),
                        null,
                        null,
                        null);
        return new Resettable(account.username(), subject);
    }
}
