package tusoi.discipline.removals;

import jakarta.validation.Valid;
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
import tusoi.discipline.members.UnitReferences;
import tusoi.discipline.removals.RemovalCommands.AnnulRemoval;
import tusoi.discipline.removals.RemovalCommands.CloseRemoval;
import tusoi.discipline.removals.RemovalCommands.CountVotes;
import tusoi.discipline.removals.RemovalCommands.DecideOnRemoval;
import tusoi.discipline.removals.RemovalCommands.OpenRemoval;
import tusoi.discipline.removals.RemovalCommands.ReceiveSelfReview;
import tusoi.discipline.removals.domain.RemovalId;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;

@RestController
@RequestMapping("/api/discipline/v1/removals")
class RemovalController {
    private final RemovalCommandHandler handler;
    private final RemovalQueries queries;
    private final UnitReferences units;

    RemovalController(RemovalCommandHandler handler, RemovalQueries queries, UnitReferences units) {
        this.handler = handler;
        this.queries = queries;
        this.units = units;
    }

    @PostMapping
    ResponseEntity<RemovalView> open(@Valid @RequestBody OpenRemoval command) {
        RemovalId id = handler.handle(command);
        RemovalView view = queries.byId(id);
        return Versioned.created(URI.create("/api/discipline/v1/removals/" + id.value()), view, view.version());
    }

    @GetMapping
    Page<RemovalView> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID member,
            PageRequest page) {
        return queries.list(unit == null ? null : units.resolve(unit), member, page);
    }

    @GetMapping("/{id}")
    ResponseEntity<RemovalView> byId(@PathVariable UUID id) {
        return answer(new RemovalId(id));
    }

    @PostMapping("/{id}/self-review")
    ResponseEntity<RemovalView> selfReview(
            @PathVariable UUID id, IfMatch match, @Valid @RequestBody ReceiveSelfReview command) {
        handler.handle(new RemovalId(id), match, command);
        return answer(new RemovalId(id));
    }

    @PostMapping("/{id}/branch-ballot")
    ResponseEntity<RemovalView> branchBallot(
            @PathVariable UUID id, IfMatch match, @Valid @RequestBody CountVotes command) {
        handler.countBranch(new RemovalId(id), match, command);
        return answer(new RemovalId(id));
    }

    @PostMapping("/{id}/base-ballot")
    ResponseEntity<RemovalView> baseBallot(
            @PathVariable UUID id, IfMatch match, @Valid @RequestBody CountVotes command) {
        handler.countBase(new RemovalId(id), match, command);
        return answer(new RemovalId(id));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<RemovalView> decide(
            @PathVariable UUID id, IfMatch match, @Valid @RequestBody DecideOnRemoval command) {
        handler.handle(new RemovalId(id), match, command);
        return answer(new RemovalId(id));
    }

    /** The decision was wrong: the member is one again. */
    @PostMapping("/{id}/annulment")
    ResponseEntity<RemovalView> annul(@PathVariable UUID id, IfMatch match, @Valid @RequestBody AnnulRemoval command) {
        handler.handle(new RemovalId(id), match, command);
        return answer(new RemovalId(id));
    }

    @PostMapping("/{id}/closure")
    ResponseEntity<RemovalView> close(@PathVariable UUID id, IfMatch match, @Valid @RequestBody CloseRemoval command) {
        handler.handle(new RemovalId(id), match, command);
        return answer(new RemovalId(id));
    }

    private ResponseEntity<RemovalView> answer(RemovalId id) {
        RemovalView view = queries.byId(id);
        return Versioned.ok(view, view.version());
    }
}
