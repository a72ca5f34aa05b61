package tusoi.org.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.grants.domain.Grant;
import tusoi.org.grants.domain.Origin;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.ids.Ids;
import tusoi.scope.Role;

/**
 * What other slices do with grants, each within a transaction of theirs. A grant that ends takes along what was lent from it.
 */
@Component
public class GrantBook {
    private final Grants grants;
    private final GrantJournal journal;

    GrantBook(Grants grants, GrantJournal journal) {
        this.grants = grants;
        this.journal = journal;
    }

    /**
     * A grant of an account, as the slices around see it.
     *
     * @param lent a delegation itself
     */
    public record Held(UUID id, LocalDate from, @Nullable LocalDate to, boolean lent) {}

    /** What a delegation hands on. */
    public record Loan(
            UUID ownGrant, AccountId giver, AccountId receiver, Role role, UnitId unit, LocalDate from, LocalDate to) {}

    /** The first grant of an empty register. */
    public void begin(AccountId account, UnitId root, LocalDate since, AccountId system) {
        journal.given(
                new Grant(
                        Ids.next(),
                        account,
                        Role.REGISTER_ADMINISTRATOR,
                        root,
                        since,
                        null,
                        Origin.administrator(system)),
                null);
    }

    /** The account's grants of that role that cover the unit, in force or to be. */
    public List<Held> covering(AccountId account, Role role, UnitId unit, LocalDate today) {
        return grants.covering(account, role, unit, today).stream()
                .map(GrantBook::held)
                .toList();
    }

    /** Holds the grant still and tells whether it is as it was seen. */
    public boolean isStill(Held seen) {
        return grants.lock(seen.id()).map(stored -> held(stored.grant())).equals(Optional.of(seen));
    }

    public UUID lend(Loan loan, @Nullable String reason) {
        Grant grant = new Grant(
                Ids.next(),
                loan.receiver(),
                loan.role(),
                loan.unit(),
                loan.from(),
                loan.to(),
                Origin.delegation(loan.ownGrant(), loan.giver()));
        journal.given(grant, reason);
        return grant.id();
    }

    /** In the background: what a delegation rests on is gone. */
    @Transactional
    public void endLoan(UUID grant, LocalDate today) {
        grants.lock(grant)
                .ifPresent(stored -> stored.grant().shortenedTo(today).ifPresent(ended -> change(stored, ended)));
    }

    /** To the successor goes what the account has by posts; all else that it has ends. */
    public void handOver(AccountId account, AccountId successor, AccountId by, LocalDate today) {
        for (Grants.Stored stored : holdLoans(grants.lockOf(account, today))) {
            Grant grant = stored.grant();
            grant.shortenedTo(today).ifPresent(ended -> change(stored, ended));
            if (grant.origin().source() == Origin.Source.POST) {
                journal.given(grant.movedTo(successor, today, by), null);
            }
        }
    }

    /** Locks what was lent from each, as the recorded time is asked for after the last lock. */
    List<Grants.Stored> holdLoans(List<Grants.Stored> stored) {
        stored.forEach(each -> grants.lockFrom(each.grant().id()));
        return stored;
    }

    void change(Grants.Stored before, Grant after) {
        change(before, after, null);
    }

    void change(Grants.Stored before, Grant after, @Nullable String reason) {
        LocalDate end = after.to();
        List<Grants.Stored> lent =
                end == null ? List.of() : grants.lockFrom(before.grant().id());
        journal.changed(before, after, reason);
        if (end != null) {
            lent.forEach(stored -> stored.grant().shortenedTo(end).ifPresent(ended -> change(stored, ended)));
        }
    }

    private static Held held(Grant grant) {
        return new Held(grant.id(), grant.from(), grant.to(), grant.origin().source() == Origin.Source.DELEGATION);
    }
}
