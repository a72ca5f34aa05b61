package tusoi.org.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.accounts.AccountCommand.InviteAccount;
import tusoi.org.accounts.AccountCommand.LockAccount;
import tusoi.org.accounts.AccountCommand.RegisterAccount;
import tusoi.org.accounts.domain.Account;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Accounts are looked after by who holds ACCOUNT_ADMIN at their unit or above it, and by nobody else. */
@Component
public class AccountCommandHandler {
    private final Scope scope;
    private final Accounts accounts;
    private final AccountJournal journal;
    private final TransactionClock clock;

    AccountCommandHandler(Scope scope, Accounts accounts, AccountJournal journal, TransactionClock clock) {
        this.scope = scope;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    AccountId handle(RegisterAccount command) {
        UnitId unit = unitOr(command.unit());
        return register(command.subject(), command.username(), command.displayName(), unit);
    }

    /** Other services hear of it when Keycloak has the user; until then it is PENDING. */
    @Transactional
    AccountId handle(InviteAccount command) {
        UnitId unit = unitOr(command.unit());
        Account account = new Account(
                AccountId.next(),
                null,
                command.username(),
                command.displayName(),
                unit,
                null,
                Account.State.INVITED,
                false);
        accounts.add(account, 0, clock.recordedAt());
        accounts.toDirectory(account.id());
        journal.noted(account, Account.Change.INVITED, null, null);
        return account.id();
    }

    /** The caller has signed in for the first time. */
    @Transactional
    void signedIn() {
        Accounts.Stored stored = accounts.lock(new AccountId(scope.account())).orElseThrow();
        if (stored.account().state() == Account.State.INVITED) {
            Account active = stored.account().signedIn();
            accounts.save(active, stored.version(), clock.recordedAtAfter(stored.recordedAt()));
            journal.noted(active, Account.Change.SIGNED_IN, stored.account(), null);
        }
    }

    /** As the system, in an empty register. */
    @Transactional
    public AccountId begin(String subject, String username, UnitId root) {
        return register(subject, username, username, root);
    }

    private AccountId register(String subject, String username, String displayName, UnitId unit) {
        Account account =
                new Account(AccountId.next(), subject, username, displayName, unit, null, Account.State.ACTIVE, false);
        accounts.add(account, 1, clock.recordedAt());
        journal.announced(account, Account.Change.REGISTERED, 1, null);
        return account.id();
    }

    /** Says nothing and changes nothing where it is so already. */
    @Transactional
    void handle(LockAccount command) {
        Account seen = accounts.find(command.account())
                .map(Accounts.Stored::account)
                .orElseThrow(() -> ProblemException.notFound("The account"));
        scope.require(Right.ACCOUNT_ADMIN, seen.unit().value());
        Accounts.Stored stored = accounts.lock(command.account()).orElseThrow();
        if (stored.account().locked() == command.locked()) {
            return;
        }
        Accepted<Account, Account.Change> accepted = (command.locked()
                        ? stored.account().lock(new AccountId(scope.account()))
                        : stored.account().unlock())
                .orThrow(Overrides.NONE);
        Instant recordedAt = clock.recordedAtAfter(stored.recordedAt());
        boolean known = accepted.state().subject() != null;
        long version = known ? stored.version() + 1 : stored.version();
        accounts.save(accepted.state(), version, recordedAt);
        accounts.toDirectory(command.account());
        if (known) {
            journal.announced(accepted.state(), accepted.event(), version, stored.account());
        } else {
            journal.noted(accepted.state(), accepted.event(), stored.account(), null);
        }
    }

    private UnitId unitOr(@Nullable UnitId given) {
        UnitId unit = given == null ? ownUnit() : given;
        scope.require(Right.ACCOUNT_ADMIN, unit.value());
        return unit;
    }

    private UnitId ownUnit() {
        return scope.grants().stream()
                .filter(grant -> grant.role().allows(Right.ACCOUNT_ADMIN))
                .findFirst()
                .map(grant -> new UnitId(grant.unit()))
                .orElseThrow(() -> ProblemException.lacksRight(Right.ACCOUNT_ADMIN.name()));
    }
}
