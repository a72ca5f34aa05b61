package tusoi.org.members.transfers;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Entries;
import tusoi.org.members.domain.MemberRules;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.members.domain.Returns;
import tusoi.org.members.histories.Basis;
import tusoi.org.members.histories.MemberChanges;
import tusoi.org.members.histories.Members;
import tusoi.org.members.histories.Why;
import tusoi.org.members.transfers.TransferCommand.ReceiveAgain;
import tusoi.org.members.transfers.TransferCommand.ReceiveNewcomer;
import tusoi.org.members.transfers.TransferCommand.SendOutside;
import tusoi.platform.ids.Ids;
import tusoi.platform.rules.Decision;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Transfers to and from organisations outside the register, which are a name; one side decides, and it is done. */
@Component
class BorderCommandHandler {
    private final Scope scope;
    private final TransferBook book;
    private final MemberChanges changes;
    private final TransferRules rules;

    BorderCommandHandler(Scope scope, TransferBook book, MemberChanges changes, TransferRules rules) {
        this.scope = scope;
        this.book = book;
        this.changes = changes;
        this.rules = rules;
    }

    @Transactional
    UUID handle(SendOutside command) {
        boolean openCase = rules.hasOpenCase(command.member());
        changes.change(
                command.member(),
                null,
                Why.of(command.basis()),
                member -> openCase
                        ? Decision.refused(MemberRules.ORG_58, "A case against the member is open", Map.of())
                        : member.leave(command.on(), Kind.TRANSFERRED, null));
        UnitId from = Members.home(book.lock(command.member()).member());
        UUID id = Ids.next();
        book.add(
                new Transfers.Crossing(id, command.member(), from, null, command.outside(), command.on()),
                from,
                command.basis());
        return id;
    }

    @Transactional
    UUID handle(ReceiveNewcomer command) {
        MemberId member = changes.enter(
                command.member().home(),
                command.identity(),
                null,
                Why.of(command.basis()),
                id -> Entries.arrive(id, command.member(), rules));
        return received(
                member,
                command.member().home(),
                command.outside(),
                command.member().homeSince(),
                command.basis());
    }

    @Transactional
    UUID handle(ReceiveAgain command) {
        scope.require(Right.MEMBER_WRITE, command.home().value());
        changes.change(
                command.member(),
                null,
                Why.of(command.basis()),
                member -> Returns.comeBack(member, command.home(), command.on(), rules));
        return received(command.member(), command.home(), command.outside(), command.on(), command.basis());
    }

    private UUID received(MemberId member, UnitId home, String outside, LocalDate on, Basis basis) {
        UUID id = Ids.next();
        book.add(new Transfers.Crossing(id, member, null, home, outside, on), home, basis);
        return id;
    }
}
