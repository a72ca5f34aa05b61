package tusoi.org.members.transfers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.commands.DecisionBody;
import tusoi.org.members.transfers.TransferCommand.RequestTransfer;

/** What is sent about transfers. */
final class TransferBodies {
    private TransferBodies() {}

    record TransferRequestBody(
            @NotNull UUID memberId,
            @NotBlank @Size(max = 64) String toUnitId,
            @NotNull LocalDate on,
            @NotNull @Valid DecisionBody decision) {
        RequestTransfer command(UnitId to) {
            return new RequestTransfer(new MemberId(memberId), to, on, decision.basis());
        }
    }

    record TransferRequestItems(
            @NotEmpty @Size(max = 200) @Valid List<@NotNull TransferRequestBody> items) {}

    /** Without the day of presentation it was presented on the day of acceptance. */
    record AcceptanceBody(
            @NotNull LocalDate on,
            @Nullable LocalDate presentedOn,
            @Nullable Map<String, String> overrides) {}

    record AcceptanceItem(
            @NotNull UUID transferId,
            @NotNull LocalDate on,
            @Nullable LocalDate presentedOn,
            @Nullable Map<String, String> overrides) {}

    record AcceptanceItems(@NotEmpty @Size(max = 200) @Valid List<@NotNull AcceptanceItem> items) {}

    record ClosureBody(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 1000) String reason) {}

    record LapseBody(@NotNull LocalDate on) {}
}
