package tusoi.org.units.reading;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tusoi.org.ids.UnitId;
import tusoi.platform.problems.ProblemException;

/** Answers with a unit and its version. */
@Component
public class UnitAnswers {
    private final UnitQueries queries;

    UnitAnswers(UnitQueries queries) {
        this.queries = queries;
    }

    /** A 404 problem where there is no such unit on that day for the caller. */
    public ResponseEntity<UnitView> of(UnitId id, LocalDate asOf, @Nullable Instant knownAt) {
        UnitView unit =
                queries.byId(id.value(), asOf, knownAt).orElseThrow(() -> ProblemException.notFound("The unit"));
        return ResponseEntity.ok().eTag("\"" + unit.version() + "\"").body(unit);
    }
}
