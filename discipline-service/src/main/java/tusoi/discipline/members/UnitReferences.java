package tusoi.discipline.members;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tusoi.platform.problems.ProblemException;
import tusoi.scope.Units;

/** Query parameters name units by code or id. */
@Component
public class UnitReferences {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Units units;

    UnitReferences(Units units) {
        this.units = units;
    }

    /** 404 where no unit, be it one that has ended, has the code; an id is taken as it is, since scope is asked next. */
    public UUID resolve(String codeOrId) {
        String folded = codeOrId.strip().toLowerCase(Locale.ROOT);
        if (ID.matcher(folded).matches()) {
            return UUID.fromString(folded);
        }
        return units.idOf(codeOrId.strip()).orElseThrow(() -> ProblemException.notFound("The unit"));
    }
}
