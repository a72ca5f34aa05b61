package tusoi.org.grants;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import tusoi.org.grants.GrantCommand.GiveGrant;
import tusoi.org.grants.GrantCommand.RevokeGrant;
import tusoi.org.grants.GrantQueries.GrantView;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.org.reads.PersonalRead;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.Versioned;
import tusoi.scope.Right;
import tusoi.scope.Role;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1/grants")
class GrantsController {
    private final GrantCommandHandler handler;
    private final GrantQueries queries;
    private final Scope scope;
    private final UnitDirectory directory;
    private final Clock clock;

    GrantsController(
            GrantCommandHandler handler, GrantQueries queries, Scope scope, UnitDirectory directory, Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.scope = scope;
        this.directory = directory;
        this.clock = clock;
    }

    @Schema(name = "GrantBody")
    record GrantBody(
            @NotNull UUID accountId,
            @NotNull Role role,
            @NotBlank @Size(max = 64) String unitId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    @PersonalRead("org.grants-read")
    @GetMapping
    List<GrantView> grants(@RequestParam String unit) {
        UnitId at = directory.resolve(unit);
        scope.require(Right.ACCOUNT_ADMIN, at.value());
        return queries.grantsAt(at.value());
    }

    @PostMapping
    ResponseEntity<GrantView> give(@RequestBody @Valid GrantBody body) {
        UUID id = handler.handle(new GiveGrant(
                new AccountId(body.accountId()),
                body.role(),
                directory.resolve(body.unitId()),
                body.validFrom() == null ? BusinessDays.today(clock) : body.validFrom(),
                body.validTo()));
        GrantView view = queries.grant(id).orElseThrow();
        return Versioned.created(URI.create("/api/org/v1/grants/" + id), view, view.version());
    }

    @PostMapping("/{id}/revocation")
    ResponseEntity<GrantView> revoke(@PathVariable UUID id) {
        handler.handle(new RevokeGrant(id, BusinessDays.today(clock)));
        GrantView view = queries.grant(id).orElseThrow();
        return Versioned.ok(view, view.version());
    }
}
