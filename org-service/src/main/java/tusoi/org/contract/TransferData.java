package tusoi.org.contract;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every transfer event: schema transfer.v1. A missing side lies outside the register. */
public record TransferData(
        UUID transferId,
        UUID memberId,
        @Nullable UUID fromUnitId,
        @Nullable UUID toUnitId,
        String state,
        LocalDate requestedOn,
        @Nullable LocalDate presentedOn,
        @Nullable LocalDate closedOn) {}
