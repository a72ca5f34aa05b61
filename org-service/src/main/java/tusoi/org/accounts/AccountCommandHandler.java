package tusoi.org.accounts;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.accounts.AccountCommand.GiveGrant;
import tusoi.org.accounts.AccountCommand.LockAccount;
import tusoi.org.accounts.AccountCommand.RegisterAccount;
import tusoi.org.accounts.AccountCommand.RevokeGrant;
import tusoi.org.accounts.domain.Account;
import tusoi.org.accounts.domain.Grant;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Accounts and grants are given and taken by who holds ACCOUNT_ADMIN at the unit or above it, and by nobody else. */
@Component
class AccountCommandHandler {
    private final Scope scope;
    private final Accounts accounts;
    private final Grants grants;
    private final AccountJournal journal;
    private final TransactionClock clock;

    AccountCommandHandler(
            Scope scope, Accounts accounts, Grants grants, AccountJournal journal, TransactionClock clock) {
        this.scope = scope;
        this.accounts = accounts;
        this.grants = grants;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    AccountId handle(RegisterAccount command) {
        UnitId unit = command.unit() == null ? ownUnit() : command.unit();
        scope.require(Right.ACCOUNT_ADMIN, unit.value());
        Account account = new Account(
                AccountId.next(), command.subject(), command.username(), command.displayName(), unit, false);
        accounts.add(account, clock.recordedAt());
        journal.write(account, Account.Change.REGISTERED, 1, null);
        return account.id();
    }

    /** Says nothing and changes nothing where it is so already. */
    @Transactional
    void handle(LockAccount command) {
        Accounts.Stored stored = visible(command.account());
        scope.require(Right.ACCOUNT_ADMIN, stored.account().unit().value());
        Accounts.Stored locked = accounts.lock(command.account()).orElseThrow();
        if (locked.account().locked() == command.locked()) {
            return;
        }
        Accepted<Account, Account.Change> accepted = (command.locked()
                        ? locked.account().lock(new AccountId(scope.account()))
                        : locked.account().unlock())
                .orThrow(Overrides.NONE);
        Instant recordedAt = clock.recordedAtAfter(locked.recordedAt());
        accounts.save(accepted.state(), locked.version() + 1, recordedAt);
        journal.write(accepted.state(), accepted.event(), locked.version() + 1, locked.account());
    }

    @Transactional
    UUID handle(GiveGrant command) {
        Grant grant = command.grant();
        scope.require(Right.ACCOUNT_ADMIN, grant.unit().value());
        Accounts.Stored account = visible(grant.account());
        Accepted<Grant, Grant.Change> accepted =
                Grant.give(grant, account.account().locked()).orThrow(Overrides.NONE);
        grants.save(accepted.state(), 1, clock.recordedAt());
        journal.write(accepted.state(), accepted.event(), 1, null);
        return grant.id();
    }

    @Transactional
    void handle(RevokeGrant command) {
        Grants.Stored stored = grants.lock(command.grant()).orElseThrow(() -> ProblemException.notFound("The grant"));
        scope.require(Right.ACCOUNT_ADMIN, stored.grant().unit().value());
        Accepted<Grant, Grant.Change> accepted =
                stored.grant().revoke(command.today()).orThrow(Overrides.NONE);
        Instant recordedAt = clock.recordedAtAfter(stored.recordedAt());
        grants.save(accepted.state(), stored.version() + 1, recordedAt);
        journal.write(accepted.state(), accepted.event(), stored.version() + 1, stored.grant());
    }

    /** As the system, in an empty register: the first account, and its grant on the root. */
    @Transactional
    public void bootstrap(Account account, Grant grant) {
        accounts.add(account, clock.recordedAt());
        journal.write(account, Account.Change.REGISTERED, 1, null);
        grants.save(grant, 1, clock.recordedAt());
        journal.write(grant, Grant.Change.GIVEN, 1, null);
    }

    private UnitId ownUnit() {
        return scope.grants().stream()
                .filter(grant -> grant.role().allows(Right.ACCOUNT_ADMIN))
                .findFirst()
                .map(grant -> new UnitId(grant.unit()))
                .orElseThrow(() -> ProblemException.lacksRight(Right.ACCOUNT_ADMIN.name()));
    }

    private Accounts.Stored visible(AccountId id) {
        return accounts.find(id).orElseThrow(() -> ProblemException.notFound("The account"));
    }
}
