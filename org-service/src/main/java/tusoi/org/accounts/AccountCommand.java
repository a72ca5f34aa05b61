package tusoi.org.accounts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.accounts.domain.Grant;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;

/** What can be done to accounts and grants. */
sealed interface AccountCommand {
    /** Without a unit the account belongs to the unit of the giver's own grant. */
    record RegisterAccount(
            String subject,
            String username,
            String displayName,
            @Nullable UnitId unit) implements AccountCommand {}

    record LockAccount(AccountId account, boolean locked) implements AccountCommand {}

    record GiveGrant(Grant grant) implements AccountCommand {}

    record RevokeGrant(UUID grant, LocalDate today) implements AccountCommand {}
}
