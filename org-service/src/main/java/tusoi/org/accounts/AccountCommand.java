package tusoi.org.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;

/** What can be done to accounts. */
sealed interface AccountCommand {
    /** Without a unit the account belongs to the unit of the giver's own grant. */
    record RegisterAccount(
            String subject,
            String username,
            String displayName,
            @Nullable UnitId unit) implements AccountCommand {}

    /** To be made in Keycloak, for somebody who signs in with a one-time password. */
    record InviteAccount(
            String username, String displayName, @Nullable UnitId unit) implements AccountCommand {}

    record LockAccount(AccountId account, boolean locked) implements AccountCommand {}

    /** Nobody's from now on where there is no member. */
    record LinkMember(AccountId account, @Nullable MemberId member, LocalDate today) implements AccountCommand {}

    record HandOver(AccountId account, AccountId successor, LocalDate today) implements AccountCommand {}
}
