package tusoi.org.members.transfers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.UnitId;
import tusoi.org.members.histories.MemberChanges;
import tusoi.org.members.histories.Members;
import tusoi.org.members.histories.Why;
import tusoi.org.members.transfers.TransferCommand.AcceptTransfer;
import tusoi.org.members.transfers.TransferCommand.LapseTransfer;
import tusoi.org.members.transfers.TransferCommand.RefuseTransfer;
import tusoi.org.members.transfers.TransferCommand.RequestTransfer;
import tusoi.org.members.transfers.TransferCommand.Step;
import tusoi.org.members.transfers.TransferCommand.WithdrawTransfer;
import tusoi.org.members.transfers.domain.Transfer;
import tusoi.org.members.transfers.domain.TransferState;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Transfers between two branches: each step by the side whose it is, the move of the member with the acceptance. */
@Component
class TransferCommandHandler {
    private final Scope scope;
    private final UnitDirectory units;
    private final TransferBook book;
    private final MemberChanges changes;
    private final TransferRules rules;

    TransferCommandHandler(
            Scope scope, UnitDirectory units, TransferBook book, MemberChanges changes, TransferRules rules) {
        this.scope = scope;
        this.units = units;
        this.book = book;
        this.changes = changes;
        this.rules = rules;
    }

    /** The member's last home asks; that the other branch lives is checked now, so that nobody waits for nothing. */
    @Transactional
    UUID handle(RequestTransfer command) {
        changes.requireHome(command.member());
        units.holdStill();
        Members.Stored member = book.lock(command.member());
        Transfer transfer = Transfer.request(
                        Ids.next(),
                        member.member(),
                        command.to(),
                        command.on(),
                        rules.hasOpenCase(command.member()),
                        rules)
                .orThrow(Overrides.NONE)
                .state();
        scope.require(Right.MEMBER_WRITE, transfer.from().value());
        book.add(transfer, command.basis());
        return transfer.id();
    }

    @Transactional
    void handle(Step step) {
        Transfers.Stored stored = book.lock(step);
        Transfer transfer = stored.transfer();
        switch (step) {
            case AcceptTransfer accept -> accept(stored, accept);
            case RefuseTransfer refuse -> close(stored, transfer.to(), transfer.refuse(refuse.on()), refuse.reason());
            case WithdrawTransfer withdraw ->
                close(stored, transfer.from(), transfer.withdraw(withdraw.on()), withdraw.reason());
            case LapseTransfer lapse ->
                close(stored, transfer.from(), transfer.lapse(lapse.on(), rules.on(lapse.on()), rules.days()), null);
        }
    }

    private void accept(Transfers.Stored stored, AcceptTransfer command) {
        Transfer transfer = stored.transfer();
        require(transfer.to());
        RuleProfile profile = rules.on(command.on());
        var accepted = transfer.accept(
                        command.on(),
                        command.presentedOn() == null ? command.on() : command.presentedOn(),
                        rules.hasOpenCase(transfer.member()),
                        profile,
                        rules.days())
                .orThrow(command.overrides());
        changes.apply(
                transfer.member(),
                null,
                new Why(TransferBook.decision(transfer), profile, Overrides.NONE),
                member -> member.transfer(command.on(), transfer.to(), rules));
        book.save(stored, accepted, transfer.to(), null, command.overrides());
    }

    private void close(
            Transfers.Stored stored, UnitId side, Decision<Transfer, TransferState> decision, @Nullable String reason) {
        require(side);
        book.save(stored, decision.orThrow(Overrides.NONE), side, reason, Overrides.NONE);
    }

    /** Who is of neither side has not found the transfer; who is of the other one lacks the right. */
    private void require(UnitId side) {
        if (!scope.holds(Right.MEMBER_WRITE, side.value())) {
            throw ProblemException.lacksRight(Right.MEMBER_WRITE.name());
        }
    }
}
