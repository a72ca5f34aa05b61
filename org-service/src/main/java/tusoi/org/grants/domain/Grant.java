package tusoi.org.grants.domain;

import static tusoi.org.grants.domain.GrantRules.ORG_42;
import static tusoi.org.grants.domain.GrantRules.ORG_44;
import static tusoi.org.grants.domain.GrantRules.ORG_80;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.ids.Ids;
import tusoi.platform.rules.Decision;
import tusoi.scope.Role;

/** A role at a unit, in force on the days in {@code [from, to)}; where both are one day it never is. */
public record Grant(
        UUID id,
        AccountId account,
        Role role,
        UnitId unit,
        LocalDate from,
        @Nullable LocalDate to,
        Origin origin) {
    /** What happened to a grant. */
    public enum Change {
        GIVEN,
        REVOKED
    }

    /** ORG-42, ORG-44, ORG-80. Whether the giver may is the scope's question, not asked here. */
    public static Decision<Grant, Change> give(Grant grant, boolean accountLocked) {
        if (grant.to() != null && !grant.to().isAfter(grant.from())) {
            return Decision.refused(ORG_42, "It ends before it begins", Map.of("validFrom", grant.from()));
        }
        if (grant.account().equals(grant.origin().givenBy())) {
            return Decision.refused(
                    ORG_80,
                    "It is the giver's own account",
                    Map.of("account", grant.account().value()));
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
        return Decision.accepted(until(today), Change.REVOKED);
    }

    /** With its end on the day if it would last longer; empty where it has ended by then anyway. */
    public Optional<Grant> shortenedTo(LocalDate day) {
        return to != null && !to.isAfter(day) ? Optional.empty() : Optional.of(until(day));
    }

    /** With that end, or with none; never before its beginning. */
    public Grant until(@Nullable LocalDate end) {
        return new Grant(id, account, role, unit, from, end == null || !end.isBefore(from) ? end : from, origin);
    }

    /** The same role for another account, as a grant of its own from the day on. */
    public Grant movedTo(AccountId successor, LocalDate day, AccountId by) {
        Origin moved = new Origin(origin.source(), origin.sourceId(), by);
        return new Grant(Ids.next(), successor, role, unit, day.isAfter(from) ? day : from, to, moved);
    }

    public boolean endsOn(@Nullable LocalDate day) {
        return Objects.equals(to, day);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }
}
