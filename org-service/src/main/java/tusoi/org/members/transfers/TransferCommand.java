package tusoi.org.members.transfers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.NewMember;
import tusoi.org.members.histories.Basis;
import tusoi.org.members.histories.Identity;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;

/** What either side of a transfer does. */
sealed interface TransferCommand {
    record RequestTransfer(MemberId member, UnitId to, LocalDate on, Basis basis) implements TransferCommand {}

    /** To a named organisation outside the register: done at once, as nobody here accepts. */
    record SendOutside(MemberId member, String outside, LocalDate on, Basis basis) implements TransferCommand {}

    /** From a named organisation outside the register, of somebody whom the register does not know. */
    record ReceiveNewcomer(Identity identity, NewMember member, String outside, Basis basis)
            implements TransferCommand {}

    /** From outside the register, of somebody who once went there. */
    record ReceiveAgain(MemberId member, UnitId home, String outside, LocalDate on, Basis basis)
            implements TransferCommand {}

    /** A step of a transfer that is open; in bulk without the version that was read. */
    sealed interface Step extends TransferCommand {
        UUID transfer();

        @Nullable
        IfMatch expected();

        LocalDate on();
    }

    record AcceptTransfer(
            UUID transfer,
            @Nullable IfMatch expected,
            LocalDate on,
            @Nullable LocalDate presentedOn,
            Overrides overrides)
            implements Step {}

    record RefuseTransfer(UUID transfer, @Nullable IfMatch expected, LocalDate on, String reason) implements Step {}

    record WithdrawTransfer(UUID transfer, @Nullable IfMatch expected, LocalDate on, String reason) implements Step {}

    record LapseTransfer(UUID transfer, @Nullable IfMatch expected, LocalDate on) implements Step {}
}
