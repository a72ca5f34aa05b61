package tusoi.review.requests;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tusoi.platform.problems.ProblemException;
import tusoi.review.contract.UnitId;
import tusoi.scope.Units;

/** Finds the unit that a query parameter names. */
@Component
public class UnitReferences {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Units units;

    UnitReferences(Units units) {
        this.units = units;
    }

    /** An id is taken as it is. 404 where no unit, be it one that has ended, has the code. Asks no scope. */
    public UnitId find(String idOrCode) {
        Optional<UUID> id =
                UUID_FORM.matcher(idOrCode).matches() ? Optional.of(UUID.fromString(idOrCode)) : units.idOf(idOrCode);
        return id.map(UnitId::new).orElseThrow(() -> ProblemException.notFound("Unit"));
    }
}
