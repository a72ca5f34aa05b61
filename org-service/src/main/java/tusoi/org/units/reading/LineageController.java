package tusoi.org.units.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.UnitId;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.BusinessDays;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1/units/{id}")
class LineageController {
    private final LineageQueries queries;
    private final UnitDirectory directory;
    private final Scope scope;
    private final Clock clock;

    LineageController(LineageQueries queries, UnitDirectory directory, Scope scope, Clock clock) {
        this.queries = queries;
        this.directory = directory;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping("/lineage")
    LineageQueries.LineageView lineage(@PathVariable String id, @RequestParam @Nullable Instant knownAt) {
        return queries.of(seen(id), knownAt);
    }

    @GetMapping("/path")
    List<LineageQueries.Step> path(
            @PathVariable String id, @RequestParam @Nullable LocalDate asOf, @RequestParam @Nullable Instant knownAt) {
        List<LineageQueries.Step> path =
                queries.path(seen(id), asOf == null ? BusinessDays.today(clock) : asOf, knownAt);
        if (path.isEmpty()) {
            throw ProblemException.notFound("The unit");
        }
        return path;
    }

    private UnitId seen(String codeOrId) {
        UnitId unit = directory.resolve(codeOrId);
        scope.require(Right.UNIT_READ, unit.value());
        return unit;
    }
}
