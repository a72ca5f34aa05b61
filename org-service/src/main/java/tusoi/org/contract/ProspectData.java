package tusoi.org.contract;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every prospect event: schema prospect.v1. */
public record ProspectData(
        UUID prospectId,
        UUID unitId,
        String state,
        LocalDate since,
        int introducers,
        @Nullable LocalDate closedOn,
        @Nullable UUID memberId) {}
