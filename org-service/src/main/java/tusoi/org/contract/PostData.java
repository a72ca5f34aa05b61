package tusoi.org.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of every post event: schema post.v1.
 *
 * @param appointedBy the unit above that appointed
 */
public record PostData(
        UUID postHoldingId,
        UUID memberId,
        UUID unitId,
        String post,
        boolean external,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String mode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate termFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate termTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID appointedBy) {}
