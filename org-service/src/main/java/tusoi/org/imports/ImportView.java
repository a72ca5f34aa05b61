package tusoi.org.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as it stands: STAGED can be applied, INVALID cannot, APPLIED has been. */
record ImportView(
        UUID id,
        UUID unitId,
        String fileName,
        String state,
        int rows,
        int errorCount,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime appliedAt) {

    @Schema(name = "ImportFault")
    record Fault(
            int row,
            String column,
            String code,
            String message,
            @Nullable String value) {}

    record UnitCount(@Nullable UUID unitId, @Nullable String unitCode, int members, int probationary, int exempt) {}

    /**
     * What applying it would do.
     *
     * @param newMembers rows that are right in themselves and not duplicates
     */
    record Preview(int rows, int errorCount, int newMembers, int duplicates, List<UnitCount> units) {}
}
