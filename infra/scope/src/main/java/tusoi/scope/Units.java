package tusoi.scope;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tree as of any day and as known at any time. Asks no scope: callers check with {@link Scope}. */
public interface Units {
    Optional<Unit> find(UUID id, LocalDate asOf, @Nullable Instant knownAt);

    /** By its code, which is unique in the installation; case matters not. */
    Optional<Unit> byCode(String code, LocalDate asOf, @Nullable Instant knownAt);

    /** By its code: one that has ended, or begins later, too. Of several (a founding was revoked, its code given again) the one that still holds. */
    Optional<UUID> idOf(String code);

    /** From the root to the unit itself. */
    List<Unit> path(UUID id, LocalDate asOf, @Nullable Instant knownAt);

    List<Unit> children(UUID id, LocalDate asOf, @Nullable Instant knownAt);

    /** The unit and everything under it, in tree order (parents first, siblings by code). */
    List<Unit> subtree(UUID id, LocalDate asOf, @Nullable Instant knownAt);

    boolean isUnder(UUID id, UUID ancestor, LocalDate asOf);

    /**
     * A unit as it stands on a day.
     *
     * @param level CENTRAL, PROVINCE, DISTRICT, GRASSROOTS, SECTION_ORGANISATION, SUBORDINATE_ORGANISATION, BRANCH, PARTY_GROUP
     * @param form PARTY_ORGANISATION or BRANCH
     * @param kind code list: RESIDENTIAL, SCHOOL, AGENCY, POLICE, MILITARY, HEALTH, ENTERPRISE; null above branches
     */
    record Unit(
            UUID id,
            String code,
            String name,
            String level,
            String form,
            @Nullable String kind,
            @Nullable UUID parent,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version) {}
}
