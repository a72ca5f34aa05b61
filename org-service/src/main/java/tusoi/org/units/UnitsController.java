package tusoi.org.units;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import tusoi.org.ids.UnitId;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitCommand.ChangeKind;
import tusoi.org.units.UnitCommand.ChangeLevel;
import tusoi.org.units.UnitCommand.ChangeUnit;
import tusoi.org.units.UnitCommand.EndUnit;
import tusoi.org.units.UnitCommand.EstablishUnit;
import tusoi.org.units.UnitCommand.ReParentUnit;
import tusoi.org.units.UnitCommand.RenameUnit;
import tusoi.org.units.domain.DecisionBasis;
import tusoi.org.units.domain.Level;
import tusoi.org.units.domain.UnitForm;
import tusoi.org.units.domain.UnitState;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1")
class UnitsController {
    private static final String KINDS = "RESIDENTIAL|SCHOOL|AGENCY|POLICE|MILITARY|HEALTH|ENTERPRISE";

    private final UnitCommandHandler handler;
    private final UnitQueries queries;
    private final UnitDirectory directory;
    private final Scope scope;
    private final Clock clock;

    UnitsController(
            UnitCommandHandler handler, UnitQueries queries, UnitDirectory directory, Scope scope, Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.scope = scope;
        this.clock = clock;
    }

    @Schema(name = "UnitDecisionBody")
    record DecisionBody(
            @NotBlank @Size(max = 100) String number,
            @NotBlank @Size(max = 300) String body,
            @NotNull LocalDate signedOn,
            @NotNull LocalDate effectiveOn) {
        DecisionBasis basis() {
            return new DecisionBasis(Texts.clean(number), Texts.clean(body), signedOn, effectiveOn);
        }
    }

    record EstablishBody(
            @NotBlank @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.\\-]*")
            String code,

            @NotBlank @Size(max = 300) String name,
            @NotNull Level level,
            @NotNull UnitForm form,
            @Nullable @Pattern(regexp = KINDS) String kind,
            @NotBlank @Size(max = 64) String parentId,
            @Nullable @Size(max = 100) List<UUID> predecessors,
            @NotNull @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record RenameBody(
            @NotBlank @Size(max = 300) String name,
            @NotNull @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record ReParentBody(
            @NotBlank @Size(max = 64) String parentId,
            @NotNull @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record LevelBody(
            @NotNull Level level,
            @NotNull UnitForm form,
            @Nullable @Pattern(regexp = KINDS) String kind,
            @NotNull @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    record KindBody(
            @NotBlank @Pattern(regexp = KINDS) String kind,
            @NotNull @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

    @Schema(name = "UnitEndBody")
    record EndBody(
            @Nullable @Size(max = 100) List<UUID> successors,
            @NotNull @Valid DecisionBody decision,
            @Nullable Map<String, String> overrides) {}

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
        return view(directory.resolve(id), day(asOf), knownAt);
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

    @PostMapping("/units")
    ResponseEntity<UnitView> establish(@RequestBody @Valid EstablishBody body) {
        UnitState state = new UnitState(
                Texts.clean(body.name()), body.level(), body.form(), body.kind(), directory.resolve(body.parentId()));
        UnitId id = handler.handle(new EstablishUnit(
                body.code(),
                state,
                orEmpty(body.predecessors()),
                body.decision().basis(),
                overrides(body.overrides())));
        ResponseEntity<UnitView> created = view(id, body.decision().effectiveOn(), null);
        return ResponseEntity.created(URI.create("/api/org/v1/units/" + id))
                .headers(created.getHeaders())
                .body(created.getBody());
    }

    @PostMapping("/units/{id}/rename")
    ResponseEntity<UnitView> rename(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid RenameBody body) {
        return change(new RenameUnit(
                new UnitId(id),
                expected,
                Texts.clean(body.name()),
                body.decision().basis(),
                overrides(body.overrides())));
    }

    @PostMapping("/units/{id}/re-parent")
    ResponseEntity<UnitView> reParent(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid ReParentBody body) {
        return change(new ReParentUnit(
                new UnitId(id),
                expected,
                directory.resolve(body.parentId()),
                body.decision().basis(),
                overrides(body.overrides())));
    }

    @PostMapping("/units/{id}/level")
    ResponseEntity<UnitView> level(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid LevelBody body) {
        return change(new ChangeLevel(
                new UnitId(id),
                expected,
                new UnitState.Standing(body.level(), body.form(), body.kind()),
                body.decision().basis(),
                overrides(body.overrides())));
    }

    @PostMapping("/units/{id}/kind")
    ResponseEntity<UnitView> kind(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid KindBody body) {
        return change(new ChangeKind(
                new UnitId(id), expected, body.kind(), body.decision().basis(), overrides(body.overrides())));
    }

    @PostMapping("/units/{id}/end")
    ResponseEntity<UnitView> end(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid EndBody body) {
        EndUnit command = new EndUnit(
                new UnitId(id),
                expected,
                orEmpty(body.successors()),
                body.decision().basis(),
                overrides(body.overrides()));
        handler.handle(command);
        return view(command.unit(), command.basis().effectiveOn().minusDays(1), null);
    }

    private ResponseEntity<UnitView> change(ChangeUnit command) {
        handler.handle(command);
        return view(command.unit(), command.basis().effectiveOn(), null);
    }

    private ResponseEntity<UnitView> view(UnitId id, LocalDate asOf, @Nullable Instant knownAt) {
        UnitView unit =
                queries.byId(id.value(), asOf, knownAt).orElseThrow(() -> ProblemException.notFound("The unit"));
        return ResponseEntity.ok().eTag("\"" + unit.version() + "\"").body(unit);
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

    private static List<UUID> orEmpty(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }

    private static Overrides overrides(@Nullable Map<String, String> reasons) {
        return reasons == null ? Overrides.NONE : new Overrides(reasons);
    }
}
