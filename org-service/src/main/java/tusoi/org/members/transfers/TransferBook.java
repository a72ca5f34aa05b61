package tusoi.org.members.transfers;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.histories.Basis;
import tusoi.org.members.histories.MemberStore;
import tusoi.org.members.histories.Members;
import tusoi.org.members.transfers.TransferCommand.Step;
import tusoi.org.members.transfers.domain.Transfer;
import tusoi.org.members.transfers.domain.TransferState;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;

/** Transfers under lock, and each step with its row, audit and event. The member is locked before the transfer, always. */
@Component
class TransferBook {
    private final Transfers transfers;
    private final TransferJournal journal;
    private final MemberStore members;
    private final TransactionClock clock;

    TransferBook(Transfers transfers, TransferJournal journal, MemberStore members, TransactionClock clock) {
        this.transfers = transfers;
        this.journal = journal;
        this.members = members;
        this.clock = clock;
    }

    Members.Stored lock(MemberId member) {
        return members.asApp().lock(member).orElseThrow(() -> ProblemException.notFound("The member"));
    }

    /** 404 for who is of neither side, 409 where it is closed. */
    Transfers.Stored lock(Step step) {
        MemberId member =
                transfers.memberOf(step.transfer()).orElseThrow(() -> ProblemException.notFound("The transfer"));
        members.asApp().lock(member);
        Transfers.Stored stored =
                transfers.lock(step.transfer()).orElseThrow(() -> ProblemException.notFound("The transfer"));
        IfMatch expected = step.expected();
        if (expected != null) {
            expected.mustBe(stored.version());
        }
        if (stored.transfer().state() != TransferState.REQUESTED) {
            throw ProblemException.wrongState(
                    "The transfer is " + stored.transfer().state());
        }
        return stored;
    }

    void add(Transfer transfer, Basis basis) {
        transfers.add(transfer, basis, clock.recordedAt());
        journal.write(transfer, 1, transfer.from(), null);
    }

    void add(Transfers.Crossing crossing, UnitId actor, Basis basis) {
        transfers.add(crossing, basis, clock.recordedAt());
        journal.write(crossing, actor);
    }

    void save(
            Transfers.Stored before,
            Accepted<Transfer, TransferState> step,
            UnitId actor,
            @Nullable String reason,
            Overrides overrides) {
        Instant recordedAt = clock.recordedAtAfter(before.recordedAt());
        long version = before.version() + 1;
        transfers.save(step.state(), version, reason, step.warnings(), overrides, recordedAt);
        journal.write(step.state(), version, actor, reason);
    }

    /** What the move of the member rests on. */
    static Map<String, UUID> decision(Transfer transfer) {
        return Map.of("transferId", transfer.id());
    }
}
