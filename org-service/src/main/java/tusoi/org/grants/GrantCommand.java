package tusoi.org.grants;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.scope.Role;

/** What administrators do with grants. */
sealed interface GrantCommand {
    record GiveGrant(
            AccountId account,
            Role role,
            UnitId unit,
            LocalDate from,
            @Nullable LocalDate to) implements GrantCommand {}

    record RevokeGrant(UUID grant, LocalDate today) implements GrantCommand {}
}
