package tusoi.org.accounts.domain;

import static tusoi.org.accounts.domain.AccountRules.ORG_43;
import static tusoi.org.accounts.domain.AccountRules.ORG_80;
import static tusoi.org.accounts.domain.AccountRules.ORG_96;
import static tusoi.org.accounts.domain.AccountRules.ORG_97;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;

/**
 * Who may sign in.
 *
 * @param subject Keycloak's; null until an invited one is there
 * @param unit whose administrators look after it
 * @param member whose account it is; null of an operator's
 */
public record Account(
        AccountId id,
        @Nullable String subject,
        String username,
        String displayName,
        UnitId unit,
        @Nullable MemberId member,
        State state,
        boolean locked) {
    /** An invited account is active from the first sign-in on. */
    public enum State {
        INVITED,
        ACTIVE
    }

    /** What happened to an account. */
    public enum Change {
        REGISTERED,
        INVITED,
        SIGNED_IN,
        LOCKED,
        UNLOCKED,
        LINKED,
        HANDED_OVER
    }

    /** ORG-43. */
    public Decision<Account, Change> lock(AccountId by) {
        return by.equals(id)
                ? Decision.refused(ORG_43, "It is the account in use", Map.of("account", id.value()))
                : Decision.accepted(withLocked(true), Change.LOCKED);
    }

    public Decision<Account, Change> unlock() {
        return Decision.accepted(withLocked(false), Change.UNLOCKED);
    }

    /** ORG-80, ORG-96, ORG-97. What the account has by posts goes to the successor. */
    public Decision<Account, Change> handOver(Account successor, AccountId by, boolean reachesFurther) {
        if (by.equals(successor.id())) {
            return Decision.refused(ORG_80, "It is the account in use", Map.of("account", by.value()));
        }
        if (id.equals(successor.id()) || successor.locked()) {
            return Decision.refused(
                    ORG_97,
                    successor.locked() ? "The successor is locked" : "It is the same account",
                    Map.of("successor", successor.id().value()));
        }
        return reachesFurther ? beyond() : Decision.accepted(this, Change.HANDED_OVER);
    }

    /** ORG-96. */
    public Decision<Account, Change> beyond() {
        return Decision.refused(ORG_96, "The account has grants that others look after", Map.of("account", id.value()));
    }

    public Account withMember(@Nullable MemberId linked) {
        return new Account(id, subject, username, displayName, unit, linked, state, locked);
    }

    public Account withSubject(String given) {
        return new Account(id, given, username, displayName, unit, member, state, locked);
    }

    public Account signedIn() {
        return new Account(id, subject, username, displayName, unit, member, State.ACTIVE, locked);
    }

    private Account withLocked(boolean isLocked) {
        return new Account(id, subject, username, displayName, unit, member, state, isLocked);
    }
}
