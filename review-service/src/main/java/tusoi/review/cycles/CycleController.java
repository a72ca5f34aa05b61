package tusoi.review.cycles;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.ids.Ids;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.CycleKind;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;
import tusoi.review.cycles.domain.OpenCycle;

@RestController
@RequestMapping("/api/review/v1/cycles")
class CycleController {
    private final CycleCommandHandler handler;
    private final CycleQueries queries;

    CycleController(CycleCommandHandler handler, CycleQueries queries) {
        this.handler = handler;
        this.queries = queries;
    }

    @PostMapping
    ResponseEntity<CycleQueries.CycleView> open(@Valid @RequestBody OpenCycleBody body) {
        UUID id = handler.handle(
                body.command(), body.overrides() == null ? Overrides.NONE : new Overrides(body.overrides()));
        var view = queries.byId(new CycleId(id));
        return Versioned.created(URI.create("/api/review/v1/cycles/" + id), view, view.version());
    }

    @GetMapping
    Page<CycleQueries.CycleView> list(@RequestParam(required = false) @Nullable Integer year, PageRequest page) {
        return queries.readable(year, page);
    }

    @GetMapping("/{id}")
    ResponseEntity<CycleQueries.CycleView> byId(@PathVariable UUID id) {
        var view = queries.byId(new CycleId(id));
        return Versioned.ok(view, view.version());
    }

    record OpenCycleBody(
            @Min(1930) @Max(2999) int year,
            @NotNull CycleKind kind,
            @NotNull UUID openedByUnitId,
            @NotNull LocalDate openedOn,
            @NotNull LocalDate dueOn,
            @NotEmpty @Size(max = 3) List<@NotNull SubjectType> subjectTypes,
            @Nullable Map<String, @Size(max = 2000) String> overrides) {
        OpenCycle command() {
            return new OpenCycle(
                    new CycleId(Ids.next()),
                    kind,
                    year,
                    new UnitId(openedByUnitId),
                    openedOn,
                    dueOn,
                    Set.copyOf(subjectTypes));
        }
    }
}
