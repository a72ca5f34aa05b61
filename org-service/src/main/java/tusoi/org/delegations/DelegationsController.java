package tusoi.org.delegations;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.delegations.DelegationCommandHandler.Delegate;
import tusoi.org.grants.GrantQueries;
import tusoi.org.grants.GrantQueries.GrantView;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.Versioned;
import tusoi.scope.Role;
import tusoi.scope.Scope;

/** A delegation is a grant with source DELEGATION, taken back by {@code POST /grants/{id}/revocation}. */
@RestController
@RequestMapping("/api/org/v1/delegations")
class DelegationsController {
    private final DelegationCommandHandler handler;
    private final GrantQueries grants;
    private final UnitDirectory directory;
    private final Scope scope;
    private final Clock clock;

    DelegationsController(
            DelegationCommandHandler handler, GrantQueries grants, UnitDirectory directory, Scope scope, Clock clock) {
        this.handler = handler;
        this.grants = grants;
        this.directory = directory;
        this.scope = scope;
        this.clock = clock;
    }

    /** @param account the receiver's account id or username */
    record DelegateBody(
            @NotBlank @Size(max = 100) String account,
            @NotNull Role role,
            @NotBlank @Size(max = 64) String unitId,
            @Nullable LocalDate validFrom,
            @NotNull LocalDate validTo,
            @Nullable @Size(max = 500) String reason) {}

    /** What the caller has lent and what was lent to him. */
    @GetMapping
    List<GrantView> list() {
        return grants.lent(scope.account());
    }

    @PostMapping
    ResponseEntity<GrantView> delegate(@RequestBody @Valid DelegateBody body) {
        LocalDate today = BusinessDays.today(clock);
        UUID id = handler.handle(new Delegate(
                body.account().strip(),
                body.role(),
                directory.resolve(body.unitId()),
                body.validFrom() == null ? today : body.validFrom(),
                body.validTo(),
                today,
                body.reason() == null ? null : Texts.clean(body.reason())));
        GrantView view = grants.grant(id).orElseThrow();
        return Versioned.created(URI.create("/api/org/v1/grants/" + id), view, view.version());
    }
}
