package tusoi.review.targets;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;
import tusoi.review.contract.TargetId;
import tusoi.review.targets.TargetQueries.TargetView;
import tusoi.review.targets.Targets.Kept;

@RestController
@RequestMapping("/api/review/v1/targets")
class TargetController {
    private final TargetCommandHandler handler;
    private final TargetQueries queries;

    TargetController(TargetCommandHandler handler, TargetQueries queries) {
        this.handler = handler;
        this.queries = queries;
    }

    @PostMapping
    ResponseEntity<TargetView> set(@Valid @RequestBody TargetRequests.SetTargetBody body) {
        return created(handler.handle(body.command()));
    }

    @GetMapping
    Page<TargetView> of(@RequestParam String unit, PageRequest page) {
        return queries.under(unit, page);
    }

    @GetMapping("/{id}")
    ResponseEntity<TargetView> byId(@PathVariable UUID id) {
        var view = queries.byId(new TargetId(id));
        return Versioned.ok(view, view.version());
    }

    /** Takes the target back: it counts nowhere from then on. To set it again is to take that back. */
    @PostMapping("/{id}/cancellation")
    ResponseEntity<TargetView> cancel(
            @PathVariable UUID id, IfMatch expected, @Valid @RequestBody TargetRequests.ReasonBody body) {
        return ok(handler.cancel(new TargetId(id), expected, body.reason()));
    }

    /** What was reached by the end of a day. Of several, the newest as of a day is what counts on it. */
    @PostMapping("/{id}/results")
    ResponseEntity<TargetView> record(
            @PathVariable UUID id, IfMatch expected, @Valid @RequestBody TargetRequests.ResultBody body) {
        return created(handler.record(new TargetId(id), expected, body.entry()));
    }

    @PostMapping("/{id}/results/{result}/correction")
    ResponseEntity<TargetView> correct(
            @PathVariable UUID id,
            @PathVariable UUID result,
            IfMatch expected,
            @Valid @RequestBody TargetRequests.CorrectionBody body) {
        return ok(handler.correct(new TargetId(id), result, expected, body.entry(), body.reason()));
    }

    @PostMapping("/{id}/results/{result}/withdrawal")
    ResponseEntity<TargetView> withdraw(
            @PathVariable UUID id,
            @PathVariable UUID result,
            IfMatch expected,
            @Valid @RequestBody TargetRequests.ReasonBody body) {
        return ok(handler.withdraw(new TargetId(id), result, expected, body.reason()));
    }

    private static ResponseEntity<TargetView> ok(Kept target) {
        return Versioned.ok(TargetView.of(target), target.version());
    }

    private static ResponseEntity<TargetView> created(Kept target) {
        URI place = URI.create("/api/review/v1/targets/" + target.target().id().value());
        return Versioned.created(place, TargetView.of(target), target.version());
    }
}
