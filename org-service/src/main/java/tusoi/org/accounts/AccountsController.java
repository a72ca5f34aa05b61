package tusoi.org.accounts;

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
import tusoi.org.accounts.AccountCommand.GiveGrant;
import tusoi.org.accounts.AccountCommand.LockAccount;
import tusoi.org.accounts.AccountCommand.RegisterAccount;
import tusoi.org.accounts.AccountCommand.RevokeGrant;
import tusoi.org.accounts.AccountQueries.AccountView;
import tusoi.org.accounts.AccountQueries.GrantView;
import tusoi.org.accounts.domain.Grant;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;
import tusoi.scope.Right;
import tusoi.scope.Role;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1")
class AccountsController {
    private final AccountCommandHandler handler;
    private final AccountQueries queries;
    private final Scope scope;
    private final UnitDirectory directory;
    private final Clock clock;

    AccountsController(
            AccountCommandHandler handler, AccountQueries queries, Scope scope, UnitDirectory directory, Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.scope = scope;
        this.directory = directory;
        this.clock = clock;
    }

    record MeView(UUID accountId, String username, String displayName, List<OwnGrant> grants) {}

    record OwnGrant(
            String role,
            UUID unitId,
            String unitCode,
            @Nullable String unitName,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record AccountBody(
            @NotBlank @Size(max = 255) String subject,
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String displayName,
            @Nullable @Size(max = 64) String unitId) {}

    record GrantBody(
            @NotNull UUID accountId,
            @NotNull Role role,
            @NotBlank @Size(max = 64) String unitId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    @GetMapping("/me")
    MeView me() {
        AccountView account = queries.account(scope.account()).orElseThrow();
        List<OwnGrant> grants = queries.own(account.id()).stream()
                .map(grant -> new OwnGrant(
                        grant.role(),
                        grant.unitId(),
                        grant.unitCode(),
                        grant.unitName(),
                        grant.validFrom(),
                        grant.validTo()))
                .toList();
        return new MeView(account.id(), account.username(), account.displayName(), grants);
    }

    @GetMapping("/accounts")
    Page<AccountView> accounts(PageRequest page) {
        scope.account();
        return queries.accounts(page);
    }

    @PostMapping("/accounts")
    ResponseEntity<AccountView> register(@RequestBody @Valid AccountBody body) {
        AccountId id = handler.handle(new RegisterAccount(
                body.subject().strip(),
                Texts.clean(body.username()),
                Texts.clean(body.displayName()),
                directory.resolveIfGiven(body.unitId())));
        AccountView view = queries.account(id.value()).orElseThrow();
        return Versioned.created(URI.create("/api/org/v1/accounts/" + id), view, view.version());
    }

    @PostMapping("/accounts/{id}/lock")
    ResponseEntity<AccountView> lock(@PathVariable UUID id) {
        return lock(id, true);
    }

    @PostMapping("/accounts/{id}/unlock")
    ResponseEntity<AccountView> unlock(@PathVariable UUID id) {
        return lock(id, false);
    }

    @GetMapping("/grants")
    List<GrantView> grants(@RequestParam String unit) {
        UnitId at = directory.resolve(unit);
        scope.require(Right.ACCOUNT_ADMIN, at.value());
        return queries.grantsAt(at.value());
    }

    @PostMapping("/grants")
    ResponseEntity<GrantView> give(@RequestBody @Valid GrantBody body) {
        Grant grant = new Grant(
                Ids.next(),
                new AccountId(body.accountId()),
                body.role(),
                directory.resolve(body.unitId()),
                body.validFrom() == null ? BusinessDays.today(clock) : body.validFrom(),
                body.validTo());
        UUID id = handler.handle(new GiveGrant(grant));
        GrantView view = queries.grant(id).orElseThrow();
        return Versioned.created(URI.create("/api/org/v1/grants/" + id), view, view.version());
    }

    @PostMapping("/grants/{id}/revocation")
    ResponseEntity<GrantView> revoke(@PathVariable UUID id) {
        handler.handle(new RevokeGrant(id, BusinessDays.today(clock)));
        GrantView view = queries.grant(id).orElseThrow();
        return Versioned.ok(view, view.version());
    }

    private ResponseEntity<AccountView> lock(UUID id, boolean locked) {
        handler.handle(new LockAccount(new AccountId(id), locked));
        AccountView view = queries.account(id).orElseThrow();
        return Versioned.ok(view, view.version());
    }
}
