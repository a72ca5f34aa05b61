package tusoi.discipline.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
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
import tusoi.discipline.cases.CaseCommands.AnnounceDecision;
import tusoi.discipline.cases.CaseCommands.AnnulDecision;
import tusoi.discipline.cases.CaseCommands.CloseCase;
import tusoi.discipline.cases.CaseCommands.CountBallots;
import tusoi.discipline.cases.CaseCommands.DecideCase;
import tusoi.discipline.cases.CaseCommands.HoldHearing;
import tusoi.discipline.cases.CaseCommands.LinkSanction;
import tusoi.discipline.cases.CaseCommands.ReceiveCase;
import tusoi.discipline.cases.CaseCommands.ReceiveSelfReview;
import tusoi.discipline.cases.CaseCommands.StartVerification;
import tusoi.discipline.cases.domain.CaseId;
import tusoi.discipline.members.UnitReferences;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;

@RestController
@RequestMapping("/api/discipline/v1/cases")
class CaseController {
    private static final String STATES = "RECEIVED|VERIFYING|SELF_REVIEWED|HEARD|VOTED|DECIDED|IN_EFFECT|CLOSED";

    private final CaseCommandHandler handler;
    private final DecisionCommandHandler decisions;
    private final CaseQueries queries;
    private final UnitReferences units;

    CaseController(
            CaseCommandHandler handler, DecisionCommandHandler decisions, CaseQueries queries, UnitReferences units) {
        this.handler = handler;
        this.decisions = decisions;
        this.queries = queries;
        this.units = units;
    }

    @PostMapping
    ResponseEntity<CaseView> receive(@Valid @RequestBody ReceiveCase command) {
        CaseId id = handler.handle(command);
        CaseView view = queries.byId(id);
        return Versioned.created(URI.create("/api/discipline/v1/cases/" + id.value()), view, view.version());
    }

    @GetMapping
    Page<CaseView.Line> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable @Pattern(regexp = STATES) String state,
            PageRequest page) {
        return queries.list(unit == null ? null : units.resolve(unit), subject, state, page);
    }

    @GetMapping("/{id}")
    ResponseEntity<CaseView> byId(@PathVariable UUID id) {
        return answer(new CaseId(id));
    }

    @PostMapping("/{id}/verification")
    ResponseEntity<CaseView> verify(
            @PathVariable UUID id, IfMatch match, @Valid @RequestBody StartVerification command) {
        handler.handle(new CaseId(id), match, command);
        return answer(new CaseId(id));
    }

    @PostMapping("/{id}/self-review")
    ResponseEntity<CaseView> selfReview(
            @PathVariable UUID id, IfMatch match, @Valid @RequestBody ReceiveSelfReview command) {
        handler.handle(new CaseId(id), match, command);
        return answer(new CaseId(id));
    }

    @PostMapping("/{id}/hearing")
    ResponseEntity<CaseView> hear(@PathVariable UUID id, IfMatch match, @Valid @RequestBody HoldHearing command) {
        handler.handle(new CaseId(id), match, command);
        return answer(new CaseId(id));
    }

    @PostMapping("/{id}/ballot")
    ResponseEntity<CaseView> ballot(@PathVariable UUID id, IfMatch match, @Valid @RequestBody CountBallots command) {
        handler.handle(new CaseId(id), match, command);
        return answer(new CaseId(id));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<CaseView> decide(@PathVariable UUID id, IfMatch match, @Valid @RequestBody DecideCase command) {
        decisions.handle(new CaseId(id), match, command);
        return answer(new CaseId(id));
    }

    @PostMapping("/{id}/announcement")
    ResponseEntity<CaseView> announce(
            @PathVariable UUID id, IfMatch match, @Valid @RequestBody AnnounceDecision command) {
        decisions.handle(new CaseId(id), match, command);
        return answer(new CaseId(id));
    }

    /** The decision was wrong: the case is closed, and whoever was expelled by it is a member again. */
    @PostMapping("/{id}/annulment")
    ResponseEntity<CaseView> annul(@PathVariable UUID id, IfMatch match, @Valid @RequestBody AnnulDecision command) {
        decisions.handle(new CaseId(id), match, command);
        return answer(new CaseId(id));
    }

    @PostMapping("/{id}/external-sanctions")
    ResponseEntity<CaseView> link(@PathVariable UUID id, IfMatch match, @Valid @RequestBody LinkSanction command) {
        handler.handle(new CaseId(id), match, command);
        return answer(new CaseId(id));
    }

    @PostMapping("/{id}/closure")
    ResponseEntity<CaseView> close(@PathVariable UUID id, IfMatch match, @Valid @RequestBody CloseCase command) {
        handler.handle(new CaseId(id), match, command);
        return answer(new CaseId(id));
    }

    private ResponseEntity<CaseView> answer(CaseId id) {
        CaseView view = queries.byId(id);
        return Versioned.ok(view, view.version());
    }
}
