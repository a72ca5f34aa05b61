package tusoi.org.accounts;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.accounts.domain.Account;
import tusoi.org.contract.AccountData;
import tusoi.org.contract.OrgEvents;
import tusoi.platform.audit.Audit;

/** The audit row of what changed, and the event where other services have to know. */
@Component
class AccountJournal {
    private final OrgEvents events;
    private final Audit audit;

    AccountJournal(OrgEvents events, Audit audit) {
        this.events = events;
        this.audit = audit;
    }

    /** What of an account is kept in the audit trail. */
    private record Kept(
            @Nullable String subject,
            boolean locked,
            @Nullable UUID lockedFrom,
            Account.State state,
            @Nullable UUID memberId,
            @Nullable UUID successorId) {
        static Kept of(Account account, @Nullable UUID successor) {
            return new Kept(
                    account.subject(),
                    account.locked(),
                    account.lockedFrom() == null ? null : account.lockedFrom().value(),
                    account.state(),
                    account.member() == null ? null : account.member().value(),
                    successor);
        }
    }

    void announced(Account account, Account.Change change, long version, @Nullable Account before) {
        String subject = account.subject();
        if (subject == null) {
            throw new IllegalStateException("Account " + account.id() + " has no subject to announce");
        }
        events.account(type(change), version, new AccountData(account.id().value(), subject, account.locked()));
        noted(account, change, before, null);
    }

    /** Of no matter to other services. */
    void noted(Account account, Account.Change change, @Nullable Account before, @Nullable UUID successor) {
        audit.changed(
                type(change),
                "account",
                account.id().value(),
                account.unit().value(),
                before == null ? null : Kept.of(before, null),
                Kept.of(account, successor),
                null);
    }

    private static String type(Account.Change change) {
        return "org.account-" + change.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v1";
    }
}
