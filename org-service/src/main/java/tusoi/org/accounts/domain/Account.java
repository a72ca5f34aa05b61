package tusoi.org.accounts.domain;

import static tusoi.org.accounts.domain.AccountRules.ORG_43;
import static tusoi.org.accounts.domain.AccountRules.ORG_45;
import static tusoi.org.accounts.domain.AccountRules.ORG_46;
import static tusoi.org.accounts.domain.AccountRules.ORG_47;
import static tusoi.org.accounts.domain.AccountRules.ORG_80;
import static tusoi.org.accounts.domain.AccountRules.ORG_96;
import static tusoi.org.accounts.domain.AccountRules.ORG_97;

import java.util.Map;
import java.util.regex.Pattern;
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
 * @param lockedFrom the unit whose administrators have locked it; null where it is not locked, or was before this was kept
 */
public record Account(
        AccountId id,
        @Nullable String subject,
        String username,
        String displayName,
        UnitId unit,
        @Nullable MemberId member,
        State state,
        boolean locked,
        @Nullable UnitId lockedFrom) {
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

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

    /** An account with a sign-in that is there already. */
    public static Decision<Account, Change> registered(
            String subject, String username, String displayName, UnitId unit, boolean byRegistrar) {
        if (!byRegistrar) {
            return Decision.refused(
                    ORG_46, "Who does not administer the whole register invites", Map.of("unit", unit.value()));
        }
        return named(username, Change.REGISTERED, of(subject, username, displayName, unit, State.ACTIVE));
    }

    /** The first one of an empty register, by whatever name the installation gives it. */
    public static Decision<Account, Change> begun(String subject, String username, UnitId root) {
        return Decision.accepted(of(subject, username, username, root, State.ACTIVE), Change.REGISTERED);
    }

    /** An account whose sign-in is to be made. */
    public static Decision<Account, Change> invited(String username, String displayName, UnitId unit) {
        return named(username, Change.INVITED, of(null, username, displayName, unit, State.INVITED));
    }

    /** ORG-47: an id as a username would be taken for the account, or the sign-in, that has the id. */
    private static Decision<Account, Change> named(String username, Change change, Account account) {
        return ID.matcher(username).matches()
                ? Decision.refused(ORG_47, "The username is shaped like an id", Map.of())
                : Decision.accepted(account, change);
    }

    private static Account of(@Nullable String subject, String username, String displayName, UnitId unit, State state) {
        return new Account(AccountId.next(), subject, username, displayName, unit, null, state, false, null);
    }

    /** ORG-43, ORG-96. Locked from the highest unit through which the locker looks after it. */
    public Decision<Account, Change> lock(AccountId by, UnitId from, boolean reachesFurther) {
        if (by.equals(id)) {
            return Decision.refused(ORG_43, "It is the account in use", Map.of("account", id.value()));
        }
        return reachesFurther ? beyond() : Decision.accepted(withLock(true, from), Change.LOCKED);
    }

    /** ORG-45, ORG-96. */
    public Decision<Account, Change> unlock(boolean lockedAbove, boolean reachesFurther) {
        if (lockedAbove) {
            return Decision.refused(ORG_45, "A superior has locked it", Map.of("account", id.value()));
        }
        return reachesFurther ? beyond() : Decision.accepted(withLock(false, null), Change.UNLOCKED);
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
        return new Account(id, subject, username, displayName, unit, linked, state, locked, lockedFrom);
    }

    public Account withSubject(String given) {
        return new Account(id, given, username, displayName, unit, member, state, locked, lockedFrom);
    }

    public Account signedIn() {
        return new Account(id, subject, username, displayName, unit, member, State.ACTIVE, locked, lockedFrom);
    }

    private Account withLock(boolean isLocked, @Nullable UnitId from) {
        return new Account(id, subject, username, displayName, unit, member, state, isLocked, from);
    }
}
