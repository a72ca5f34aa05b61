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
import tusoi.platform.rules.Decision;
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

    /** ORG-46, ORG-47: anybody might name a subject that is not his to look after, and lock its owner out. */
    @Transactional
    AccountId handle(RegisterAccount command) {
        UnitId unit = unitOr(command.unit());
        return register(Account.registered(
                command.subject(), command.username(), command.displayName(), unit, accounts.isRegistrar()));
    }

    /** Other services hear of it when Keycloak has the user; until then it is PENDING. */
    @Transactional
    AccountId handle(InviteAccount command) {
        UnitId unit = unitOr(command.unit());
        Account account = Account.invited(command.username(), command.displayName(), unit)
                .orThrow(Overrides.NONE)
                .state();
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
        return register(Account.begun(subject, username, root));
    }

    private AccountId register(Decision<Account, Account.Change> decision) {
        Account account = decision.orThrow(Overrides.NONE).state();
        accounts.add(account, 1, clock.recordedAt());
        journal.announced(account, Account.Change.REGISTERED, 1, null);
        return account.id();
    }

    /** Says nothing where it is so already; a superior's lock takes the place of a lower one. */
    @Transactional
    void handle(LockAccount command) {
        UnitId looked = accounts.find(command.account())
                .map(seen -> seen.account().unit())
                .orElseThrow(() -> ProblemException.notFound("The account"));
        scope.require(Right.ACCOUNT_ADMIN, looked.value());
        Accounts.Stored stored = accounts.lock(command.account()).orElseThrow();
        Account account = stored.account();
        UnitId from = accounts.lookedAfterFrom(account.unit());
        boolean same = account.locked() == command.locked();
        if (same && (!command.locked() || from.equals(account.lockedFrom()) || isLockedAbove(account))) {
            return;
        }
        boolean further = accounts.reachesFurther(account.id());
        Accepted<Account, Account.Change> accepted = (command.locked()
                        ? account.lock(new AccountId(scope.account()), from, further)
                        : account.unlock(isLockedAbove(account), further))
                .orThrow(Overrides.NONE);
        Instant recordedAt = clock.recordedAtAfter(stored.recordedAt());
        boolean told = !same && account.subject() != null;
        long version = told ? stored.version() + 1 : stored.version();
        accounts.save(accepted.state(), version, recordedAt);
        if (!same) {
            accounts.toDirectory(command.account());
        }
        if (told) {
            journal.announced(accepted.state(), accepted.event(), version, account);
        } else {
            journal.noted(accepted.state(), accepted.event(), account, null);
        }
    }

    private boolean isLockedAbove(Account account) {
        UnitId from = account.lockedFrom();
        return from != null && !scope.holds(Right.ACCOUNT_ADMIN, from.value());
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
