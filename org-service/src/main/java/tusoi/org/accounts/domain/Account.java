package tusoi.org.accounts.domain;

import static tusoi.org.accounts.domain.GrantRules.ORG_43;

import java.util.Map;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;

/**
 * Who may sign in.
 *
 * @param subject Keycloak's
 * @param unit whose administrators look after it
 */
public record Account(AccountId id, String subject, String username, String displayName, UnitId unit, boolean locked) {
    /** What happened to an account. */
    public enum Change {
        REGISTERED,
        LOCKED,
        UNLOCKED
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

    private Account withLocked(boolean isLocked) {
        return new Account(id, subject, username, displayName, unit, isLocked);
    }
}
