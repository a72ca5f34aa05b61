package tusoi.org.members.transfers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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
import tusoi.org.members.transfers.TransferBodies.AcceptanceBody;
import tusoi.org.members.transfers.TransferBodies.AcceptanceItems;
import tusoi.org.members.transfers.TransferBodies.ClosureBody;
import tusoi.org.members.transfers.TransferBodies.LapseBody;
import tusoi.org.members.transfers.TransferBodies.TransferRequestBody;
import tusoi.org.members.transfers.TransferBodies.TransferRequestItems;
import tusoi.org.members.transfers.TransferCommand.AcceptTransfer;
import tusoi.org.members.transfers.TransferCommand.LapseTransfer;
import tusoi.org.members.transfers.TransferCommand.RefuseTransfer;
import tusoi.org.members.transfers.TransferCommand.WithdrawTransfer;
import tusoi.org.members.transfers.TransferQueries.Look;
import tusoi.org.members.transfers.TransferQueries.TransferView;
import tusoi.org.members.transfers.domain.TransferState;
import tusoi.org.reads.PersonalRead;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.BulkCommands;
import tusoi.platform.web.BulkResult;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Transfers between branches of the register. */
@RestController
@RequestMapping("/api/org/v1/transfers")
class TransfersController {
    private final TransferCommandHandler handler;
    private final TransferQueries queries;
    private final UnitDirectory directory;
    private final Scope scope;
    private final BulkCommands bulk;
    private final Clock clock;

    TransfersController(
            TransferCommandHandler handler,
            TransferQueries queries,
            UnitDirectory directory,
            Scope scope,
            BulkCommands bulk,
            Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.scope = scope;
        this.bulk = bulk;
        this.clock = clock;
    }

    @PersonalRead("org.transfers-read")
    @GetMapping
    Page<TransferView> list(
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable TransferState state,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        scope.account();
        UnitId within = directory.resolveIfGiven(unit);
        if (within != null) {
            scope.require(Right.MEMBER_READ, within.value());
        }
        return queries.list(
                within == null ? null : within.value(),
                state == null ? null : state.name(),
                new Look(today(), asOf, knownAt),
                page);
    }

    @PersonalRead(value = "org.transfer-read", of = PersonalRead.Of.TRANSFER)
    @GetMapping("/{id}")
    ResponseEntity<TransferView> one(
            @PathVariable UUID id, @RequestParam @Nullable LocalDate asOf, @RequestParam @Nullable Instant knownAt) {
        scope.account();
        return view(id, new Look(today(), asOf, knownAt));
    }

    /** What it was held to be, from when to when. */
    @PersonalRead(value = "org.transfer-read", of = PersonalRead.Of.TRANSFER)
    @GetMapping("/{id}/versions")
    List<TransferQueries.TransferVersionView> versions(@PathVariable UUID id) {
        scope.account();
        return queries.versions(id, today());
    }

    @PostMapping
    ResponseEntity<TransferView> request(@RequestBody @Valid TransferRequestBody body) {
        UUID id = handler.handle(body.command(directory.resolve(body.toUnitId())));
        TransferView view = queries.byId(id, Look.now(today()));
        return ResponseEntity.created(URI.create("/api/org/v1/transfers/" + id))
                .eTag("\"" + view.version() + "\"")
                .body(view);
    }

    @PostMapping("/bulk/requests")
    BulkResult requestMany(@RequestBody @Valid TransferRequestItems body, HttpServletRequest request) {
        return bulk.run(
                request.getRequestURI(),
                body.items(),
                item -> Map.of("id", handler.handle(item.command(directory.resolve(item.toUnitId())))));
    }

    @PostMapping("/bulk/acceptances")
    BulkResult acceptMany(@RequestBody @Valid AcceptanceItems body, HttpServletRequest request) {
        return bulk.run(request.getRequestURI(), body.items(), item -> {
            handler.handle(new AcceptTransfer(
                    item.transferId(), null, item.on(), item.presentedOn(), overrides(item.overrides())));
            return Map.of("id", item.transferId());
        });
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<TransferView> accept(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid AcceptanceBody body) {
        handler.handle(new AcceptTransfer(id, expected, body.on(), body.presentedOn(), overrides(body.overrides())));
        return view(id);
    }

    @PostMapping("/{id}/refusal")
    ResponseEntity<TransferView> refuse(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid ClosureBody body) {
        handler.handle(new RefuseTransfer(id, expected, body.on(), body.reason()));
        return view(id);
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<TransferView> withdraw(
            @PathVariable UUID id, IfMatch expected, @RequestBody @Valid ClosureBody body) {
        handler.handle(new WithdrawTransfer(id, expected, body.on(), body.reason()));
        return view(id);
    }

    @PostMapping("/{id}/lapse")
    ResponseEntity<TransferView> lapse(@PathVariable UUID id, IfMatch expected, @RequestBody @Valid LapseBody body) {
        handler.handle(new LapseTransfer(id, expected, body.on()));
        return view(id);
    }

    private ResponseEntity<TransferView> view(UUID id) {
        return view(id, Look.now(today()));
    }

    private ResponseEntity<TransferView> view(UUID id, Look look) {
        TransferView view = queries.byId(id, look);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    private LocalDate today() {
        return BusinessDays.today(clock);
    }

    private static Overrides overrides(@Nullable Map<String, String> reasons) {
        return reasons == null ? Overrides.NONE : new Overrides(reasons);
    }
}
