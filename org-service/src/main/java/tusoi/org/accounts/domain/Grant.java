package tusoi.org.accounts.domain;

import static tusoi.org.accounts.domain.GrantRules.ORG_42;
import static tusoi.org.accounts.domain.GrantRules.ORG_44;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;
import tusoi.scope.Role;

/** A role at a unit, in force on the days in {@code [from, to)}. */
public record Grant(
        UUID id,
        AccountId account,
        Role role,
        UnitId unit,
        LocalDate from,
        @Nullable LocalDate to) {
    /** What happened to a grant. */
    public enum Change {
        GIVEN,
        REVOKED
    }

    /** ORG-42, ORG-44. Whether the giver may is the scope's question, not asked here. */
    public static Decision<Grant, Change> give(Grant grant, boolean accountLocked) {
        if (grant.to() != null && !grant.to().isAfter(grant.from())) {
            return Decision.refused(ORG_42, "It ends before it begins", Map.of("validFrom", grant.from()));
        }
        if (accountLocked) {
            return Decision.refused(
                    ORG_44,
                    "The account is locked",
                    Map.of("account", grant.account().value()));
        }
        return Decision.accepted(grant, Change.GIVEN);
    }

    /** From today on it is not in force; ORG-44 where it has ended already. */
    public Decision<Grant, Change> revoke(LocalDate today) {
        if (to != null && (!to.isAfter(today) || to.equals(from))) {
            return Decision.refused(ORG_44, "It has ended already", Map.of("validTo", to));
        }
        LocalDate end = today.isBefore(from) ? from : today;
        return Decision.accepted(new Grant(id, account, role, unit, from, end), Change.REVOKED);
    }
}
