package tusoi.org.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.accounts.domain.Account;
import tusoi.org.accounts.domain.Grant;
import tusoi.org.contract.AccountData;
import tusoi.org.contract.GrantData;
import tusoi.org.contract.OrgEvents;
import tusoi.platform.audit.Audit;

/** The audit row and the event of what changed. */
@Component
class AccountJournal {
    private final OrgEvents events;
    private final Audit audit;

    AccountJournal(OrgEvents events, Audit audit) {
        this.events = events;
        this.audit = audit;
    }

    void write(Account account, Account.Change change, long version, @Nullable Account before) {
        String type =
                switch (change) {
                    case REGISTERED -> "org.account-registered.v1";
                    case LOCKED -> "org.account-locked.v1";
                    case UNLOCKED -> "org.account-unlocked.v1";
                };
        events.account(type, version, data(account));
        audit.changed(
                type,
                "account",
                account.id().value(),
                account.unit().value(),
                before == null ? null : data(before),
                data(account),
                null);
    }

    void write(Grant grant, Grant.Change change, long version, @Nullable Grant before) {
        String type = change == Grant.Change.GIVEN ? "org.grant-given.v1" : "org.grant-revoked.v1";
        events.grant(type, version, data(grant));
        audit.changed(
                type,
                "grant",
                grant.id(),
                grant.unit().value(),
                before == null ? null : data(before),
                data(grant),
                null);
    }

    private static AccountData data(Account account) {
        return new AccountData(account.id().value(), account.subject(), account.locked());
    }

    private static GrantData data(Grant grant) {
        return new GrantData(
                grant.id(),
                grant.account().value(),
                grant.role().name(),
                grant.unit().value(),
                grant.from(),
                grant.to());
    }
}
