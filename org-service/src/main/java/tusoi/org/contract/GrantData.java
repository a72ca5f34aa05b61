package tusoi.org.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of every grant event: schema grant.v1.
 *
 * @param source ADMIN, POST or DELEGATION
 * @param sourceId the holding of a post, or the grant that a delegation rests on
 */
public record GrantData(
        UUID grantId,
        UUID accountId,
        String role,
        UUID unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID sourceId) {}
