package tusoi.org.reorganisations;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
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
import tusoi.org.reads.PersonalRead;
import tusoi.org.reorganisations.domain.Operation;
import tusoi.org.reorganisations.domain.Plan;
import tusoi.org.reorganisations.drafts.OperationBody;
import tusoi.org.reorganisations.drafts.OperationReader;
import tusoi.org.reorganisations.drafts.Reorganisation;
import tusoi.org.reorganisations.drafts.ReorganisationView;
import tusoi.org.text.Texts;
import tusoi.org.units.DecisionText;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

@RestController
@RequestMapping("/api/org/v1/reorganisations")
class ReorganisationsController {
    private final ReorganisationCommandHandler handler;
    private final ReorganisationReading reading;
    private final Previews previews;
    private final UnitDirectory units;
    private final Clock clock;

    ReorganisationsController(
            ReorganisationCommandHandler handler,
            ReorganisationReading reading,
            Previews previews,
            UnitDirectory units,
            Clock clock) {
        this.handler = handler;
        this.reading = reading;
        this.previews = previews;
        this.units = units;
        this.clock = clock;
    }

    @Schema(name = "ReorganisationDecisionBody")
    record DecisionBody(
            @NotBlank @Size(max = 100) String number,
            @NotBlank @Size(max = 300) String body,
            @NotNull LocalDate signedOn,
            @NotNull LocalDate effectiveOn) {}

    record DraftBody(
            @NotNull @Valid DecisionBody decision,
            @NotEmpty @Size(max = 500) List<@NotNull @Valid OperationBody> operations) {}

    record ConfirmationBody(
            @NotBlank @Size(max = 64) String fingerprint,
            @Nullable Map<String, String> overrides) {}

    @PersonalRead("org.reorganisations-read")
    @GetMapping
    Page<ReorganisationView> list(
            @RequestParam @Nullable String unit, @RequestParam Reorganisation.@Nullable State state, PageRequest page) {
        return reading.list(units.resolveIfGiven(unit), state, page);
    }

    @PersonalRead(value = "org.reorganisation-read", of = PersonalRead.Of.REORGANISATION)
    @GetMapping("/{id}")
    ResponseEntity<ReorganisationView> one(@PathVariable UUID id) {
        ReorganisationView view = reading.one(id);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    @PostMapping
    ResponseEntity<ReorganisationView> draft(@RequestBody @Valid DraftBody body) {
        DecisionBody sent = body.decision();
        DecisionText decision = new DecisionText(
                Texts.clean(sent.number()), Texts.clean(sent.body()), sent.signedOn(), sent.effectiveOn());
        List<OperationBody> resolved = OperationReader.withIds(body.operations(), units::resolve);
        List<Operation> operations = OperationReader.read(resolved, decision.effectiveOn(), OperationReader::byId);
        List<UnitId> named = Plan.named(operations);
        if (named.isEmpty()) {
            throw ProblemException.unreadable("operations", "They name no unit of the register", "Name one");
        }
        UUID id = handler.draft(new Reorganisation(
                Ids.next(),
                1,
                Reorganisation.State.DRAFT,
                decision,
                resolved,
                operations,
                named,
                clock.instant(),
                null,
                null));
        ReorganisationView view = reading.one(id);
        return ResponseEntity.created(URI.create("/api/org/v1/reorganisations/" + id))
                .eTag("\"" + view.version() + "\"")
                .body(view);
    }

    @GetMapping("/{id}/preview")
    PreviewView preview(@PathVariable UUID id) {
        return previews.of(id);
    }

    @GetMapping("/{id}/preview/members")
    Page<PreviewView.MemberWay> members(@PathVariable UUID id, PageRequest page) {
        return previews.members(id, page);
    }

    @PostMapping("/{id}/confirmation")
    ResponseEntity<ReorganisationView> confirm(@PathVariable UUID id, @RequestBody @Valid ConfirmationBody body) {
        handler.confirm(
                id, body.fingerprint(), body.overrides() == null ? Overrides.NONE : new Overrides(body.overrides()));
        return one(id);
    }

    @PostMapping("/{id}/revocation")
    ResponseEntity<ReorganisationView> revoke(@PathVariable UUID id, IfMatch expected) {
        handler.revoke(id, expected);
        return one(id);
    }
}
