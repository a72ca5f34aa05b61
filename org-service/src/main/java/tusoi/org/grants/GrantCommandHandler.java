package tusoi.org.grants;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.grants.GrantCommand.GiveGrant;
import tusoi.org.grants.GrantCommand.RevokeGrant;
import tusoi.org.grants.domain.Grant;
import tusoi.org.grants.domain.Origin;
import tusoi.org.ids.AccountId;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/**
 * Given and taken by who holds ACCOUNT_ADMIN at the unit or above it; a delegation may be taken back by its giver too. What a
 * post gives can be taken by hand, and is not given again unless the post is corrected to begin on another day.
 */
@Component
class GrantCommandHandler {
    private final Scope scope;
    private final Grants grants;
    private final GrantBook book;
    private final GrantJournal journal;
    private final JdbcClient jdbc;

    GrantCommandHandler(Scope scope, Grants grants, GrantBook book, GrantJournal journal, JdbcClient jdbc) {
        this.scope = scope;
        this.grants = grants;
        this.book = book;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    @Transactional
    UUID handle(GiveGrant command) {
        scope.require(Right.ACCOUNT_ADMIN, command.unit().value());
        boolean locked = isLocked(command.account());
        Grant grant = new Grant(
                Ids.next(),
                command.account(),
                command.role(),
                command.unit(),
                command.from(),
                command.to(),
                Origin.administrator(new AccountId(scope.account())));
        Accepted<Grant, Grant.Change> accepted = Grant.give(grant, locked).orThrow(Overrides.NONE);
        grants.given(grant).ifPresent(same -> {
            throw ProblemException.duplicate(
                    "validFrom", "The account has this role there on some of these days already, by grant " + same);
        });
        journal.given(accepted.state(), null);
        return grant.id();
    }

    @Transactional
    void handle(RevokeGrant command) {
        Grants.Stored stored = grants.lock(command.grant()).orElseThrow(() -> ProblemException.notFound("The grant"));
        if (!isOwnLoan(stored.grant())) {
            scope.require(Right.ACCOUNT_ADMIN, stored.grant().unit().value());
        }
        book.change(
                stored,
                stored.grant().revoke(command.today()).orThrow(Overrides.NONE).state());
    }

    private boolean isOwnLoan(Grant grant) {
        return grant.origin().source() == Origin.Source.DELEGATION
                && new AccountId(scope.account()).equals(grant.origin().givenBy());
    }

    /** 404 for an account that row policies hide from the caller. */
    private boolean isLocked(AccountId account) {
        return jdbc.sql("select locked from org.account where id = ?")
                .param(account.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The account"));
    }
}
