package tusoi.org.delegations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.delegations.domain.Delegation;
import tusoi.org.grants.GrantBook;
import tusoi.org.grants.GrantBook.Held;
import tusoi.org.grants.GrantBook.Loan;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.scope.Right;
import tusoi.scope.Role;
import tusoi.scope.Scope;

@Component
class DelegationCommandHandler {
    private final Scope scope;
    private final GrantBook book;
    private final RuleProfiles profiles;
    private final JdbcClient jdbc;

    DelegationCommandHandler(Scope scope, GrantBook book, RuleProfiles profiles, JdbcClient jdbc) {
        this.scope = scope;
        this.book = book;
        this.profiles = profiles;
        this.jdbc = jdbc;
    }

    /** @param receiver an account's id or its username */
    record Delegate(
            String receiver,
            Role role,
            UnitId unit,
            LocalDate from,
            LocalDate to,
            LocalDate today,
            @Nullable String reason) {}

    @Transactional
    UUID handle(Delegate command) {
        scope.require(Right.UNIT_READ, command.unit().value());
        AccountId giver = new AccountId(scope.account());
        Delegation.Receiver receiver = receiver(command.receiver());
        Delegation wanted =
                new Delegation(giver, receiver, command.role(), command.unit(), command.from(), command.to());
        List<Held> held = book.covering(giver, command.role(), command.unit(), command.today());
        var lent = wanted.lend(
                        held.stream().map(DelegationCommandHandler::own).toList(),
                        command.today(),
                        profiles.on("org", command.from()))
                .orThrow(Overrides.NONE);
        Delegation.Own own = lent.event();
        if (!book.isStill(new Held(own.id(), own.from(), own.to(), own.lent()))) {
            throw ProblemException.wrongState("The grant that it rests on has changed meanwhile");
        }
        return book.lend(
                new Loan(
                        own.id(),
                        giver,
                        receiver.account(),
                        command.role(),
                        command.unit(),
                        command.from(),
                        command.to()),
                command.reason());
    }

    /** Asked past row policies: who lends need not look after the receiver's account, only name it. */
    private Delegation.Receiver receiver(String idOrUsername) {
        return jdbc.sql("select id, locked from org.account_named(?)")
                .param(idOrUsername)
                .query((row, n) ->
                        new Delegation.Receiver(new AccountId(row.getObject(1, UUID.class)), row.getBoolean(2)))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The account"));
    }

    private static Delegation.Own own(Held held) {
        return new Delegation.Own(held.id(), held.from(), held.to(), held.lent());
    }
}
