package tusoi.scope;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's scope, decided by this service's own copy of tree and grants. */
public interface Scope {
    /** The caller's account; a 401 problem where the token's subject has none or it is locked. */
    UUID account();

    /**
     * Lets pass who holds the right at the unit or above it. 404 where no grant of the caller covers the unit, 403 where one
     * does and lacks the right.
     */
    void require(Right right, UUID unit);

    /** True where a grant with the right covers the unit. */
    boolean holds(Right right, UUID unit);

    /** The caller's grants in force today. */
    List<Grant> grants();

    /**
     * @param unit covered with everything under it today, and their ended predecessors
     */
    record Grant(
            UUID id,
            Role role,
            UUID unit,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
