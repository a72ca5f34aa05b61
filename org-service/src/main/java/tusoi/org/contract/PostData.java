package tusoi.org.contract;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every post event: schema post.v1. */
public record PostData(
        UUID postHoldingId,
        UUID memberId,
        UUID unitId,
        String post,
        boolean external,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String mode) {}
