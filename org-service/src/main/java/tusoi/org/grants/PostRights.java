package tusoi.org.grants;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.scope.Role;

/** What the holding of a post gives, on the days in {@code [from, to)}. */
public record PostRights(
        UUID holding,
        UnitId unit,
        Set<Role> roles,
        LocalDate from,
        @Nullable LocalDate to) {
    public PostRights {
        roles = Set.copyOf(roles);
    }

    /** Whether it gives something on a day on which the other does not. */
    boolean isMoreThan(PostRights other) {
        return from.isBefore(other.from) || (other.to != null && (to == null || to.isAfter(other.to)));
    }

    boolean isOverBy(LocalDate today) {
        return to != null && !to.isAfter(today);
    }
}
