package tusoi.org.delegations.domain;

import static tusoi.org.delegations.domain.DelegationRules.ORG_44;
import static tusoi.org.delegations.domain.DelegationRules.ORG_80;
import static tusoi.org.delegations.domain.DelegationRules.ORG_90;
import static tusoi.org.delegations.domain.DelegationRules.ORG_91;
import static tusoi.org.delegations.domain.DelegationRules.ORG_92;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.scope.Right;
import tusoi.scope.Role;

/** A role at a unit, lent on the days in {@code [from, to)}. */
public record Delegation(AccountId giver, Receiver receiver, Role role, UnitId unit, LocalDate from, LocalDate to) {
    /** The account that it is lent to. */
    public record Receiver(AccountId account, boolean locked) {}

    /** A grant of the giver's that covers the unit with that role; lent where it is a delegation itself. */
    public record Own(UUID id, LocalDate from, @Nullable LocalDate to, boolean lent) {
        private boolean covers(Delegation wanted) {
            return !from.isAfter(wanted.from) && (to == null || !to.isBefore(wanted.to));
        }
    }

    /** The delegation with the own grant that it rests on and ends with. ORG-44, ORG-80, ORG-90, ORG-91, ORG-92. */
    public Decision<Delegation, Own> lend(List<Own> own, LocalDate today, RuleProfile profile) {
        if (receiver.account().equals(giver)) {
            return Decision.refused(ORG_80, "It is the giver's own account", Map.of("account", giver.value()));
        }
        if (receiver.locked()) {
            return Decision.refused(
                    ORG_44,
                    "The account is locked",
                    Map.of("account", receiver.account().value()));
        }
        long days = ChronoUnit.DAYS.between(from, to);
        int maxDays = profile.number(ORG_90, "maxDays").intValueExact();
        if (from.isBefore(today) || days < 1 || days > maxDays) {
            return Decision.refused(
                    ORG_90,
                    "It lasts " + days + " days from " + from,
                    Map.of(
                            "validFrom",
                            from,
                            "validTo",
                            to,
                            "today",
                            today,
                            "maxDays",
                            maxDays,
                            "profile",
                            profile.code()));
        }
        if (role.allows(Right.ACCOUNT_ADMIN)) {
            return Decision.refused(ORG_92, "The role gives rights to others", Map.of("role", role));
        }
        return own.stream()
                .filter(grant -> !grant.lent() && grant.covers(this))
                .findFirst()
                .map(grant -> Decision.accepted(this, grant))
                .orElseGet(() -> refusal(own));
    }

    private Decision<Delegation, Own> refusal(List<Own> own) {
        boolean hasLentOnly = !own.isEmpty() && own.stream().allMatch(Own::lent);
        return hasLentOnly
                ? Decision.refused(ORG_92, "The role was lent to the giver himself", Map.of("role", role))
                : Decision.refused(
                        ORG_91,
                        own.isEmpty() ? "The giver has not that role there" : "The giver has it on fewer days",
                        Map.of("role", role, "unit", unit.value(), "validFrom", from, "validTo", to));
    }
}
