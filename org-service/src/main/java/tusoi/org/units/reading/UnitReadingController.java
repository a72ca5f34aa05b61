package tusoi.org.units.reading;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.UnitId;
import tusoi.org.units.UnitDirectory;
import tusoi.org.units.domain.Level;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** The tree and its units, as of a day, as known at an instant. */
@RestController
@RequestMapping("/api/org/v1")
class UnitReadingController {
    private final UnitQueries queries;
    private final UnitAnswers answers;
    private final UnitDirectory directory;
    private final Scope scope;
    private final Clock clock;

    UnitReadingController(UnitQueries queries, UnitAnswers answers, UnitDirectory directory, Scope scope, Clock clock) {
        this.queries = queries;
        this.answers = answers;
        this.directory = directory;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping("/units")
    Page<UnitView> list(
            @RequestParam @Nullable @Size(max = 200) String q,
            @RequestParam @Nullable String parent,
            @RequestParam @Nullable Level level,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        UnitId under = directory.resolveIfGiven(parent);
        if (under != null) {
            scope.require(Right.UNIT_READ, under.value());
        }
        return queries.list(
                new UnitQueries.Wanted(
                        q == null || q.isBlank() ? null : q,
                        under == null ? null : under.value(),
                        level == null ? null : level.name(),
                        day(asOf),
                        knownAt),
                page);
    }

    @GetMapping("/units/{id}")
    ResponseEntity<UnitView> one(
            @PathVariable String id, @RequestParam @Nullable LocalDate asOf, @RequestParam @Nullable Instant knownAt) {
        return answers.of(directory.resolve(id), day(asOf), knownAt);
    }

    @GetMapping("/units/{id}/history")
    List<UnitView> history(@PathVariable String id, @RequestParam @Nullable Instant knownAt) {
        List<UnitView> history = queries.history(directory.resolve(id).value(), knownAt);
        if (history.isEmpty()) {
            throw ProblemException.notFound("The unit");
        }
        return history;
    }

    @GetMapping("/tree")
    TreeView tree(
            @RequestParam @Nullable String root,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam(defaultValue = "32") @Min(0) @Max(32) int depth) {
        UUID from = root == null || root.isBlank()
                ? onlyTop(day(asOf), knownAt)
                : directory.resolve(root).value();
        List<UnitView> rows = queries.subtree(from, depth, day(asOf), knownAt);
        if (rows.isEmpty()) {
            throw ProblemException.notFound("The unit");
        }
        return TreeView.of(rows);
    }

    private UUID onlyTop(LocalDate asOf, @Nullable Instant knownAt) {
        List<UUID> tops = queries.tops(asOf, knownAt);
        if (tops.isEmpty()) {
            throw ProblemException.notFound("A unit of your scope");
        }
        if (tops.size() > 1) {
            throw ProblemException.unreadable(
                    "root", "Your scope has " + tops.size() + " tops", "Name the root that is wanted");
        }
        return tops.getFirst();
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? BusinessDays.today(clock) : asOf;
    }
}
