package tusoi.org.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every event about working rules: schema working.v1. Which task somebody has is not told. */
public record WorkingRulesData(
        UUID workingRulesId,
        UUID unitId,
        String documentNumber,
        LocalDate adoptedOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String sha256,
        List<UUID> membersWithTasks) {}
