package tusoi.org.contract;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every event of temporary activity: schema activity.v1. A missing host lies outside the register. */
public record ActivityData(
        UUID activityId,
        UUID memberId,
        UUID homeUnitId,
        @Nullable UUID hostUnitId,
        String purpose,
        LocalDate validFrom,
        LocalDate validTo) {}
