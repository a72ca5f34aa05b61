package tusoi.org.units;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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
import tusoi.org.units.reading.UnitAnswers;
import tusoi.org.units.reading.UnitView;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;

@RestController
@RequestMapping("/api/org/v1")
class UnitsController {
    private static final String KINDS = "RESIDENTIAL|SCHOOL|AGENCY|POLICE|MILITARY|HEALTH|ENTERPRISE";

    private final UnitCommandHandler handler;
    private final UnitAnswers answers;
    private final UnitDirectory directory;

    UnitsController(UnitCommandHandler handler, UnitAnswers answers, UnitDirectory directory) {
        this.handler = handler;
        this.answers = answers;
        this.directory = directory;
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
        ResponseEntity<UnitView> created = answers.of(id, body.decision().effectiveOn(), null);
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
        return answers.of(command.unit(), command.basis().effectiveOn().minusDays(1), null);
    }

    private ResponseEntity<UnitView> change(ChangeUnit command) {
        handler.handle(command);
        return answers.of(command.unit(), command.basis().effectiveOn(), null);
    }

    private static List<UUID> orEmpty(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }

    private static Overrides overrides(@Nullable Map<String, String> reasons) {
        return reasons == null ? Overrides.NONE : new Overrides(reasons);
    }
}
