package tusoi.org.accounts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.accounts.AccountCommand.HandOver;
import tusoi.org.accounts.AccountCommand.InviteAccount;
import tusoi.org.accounts.AccountCommand.LinkMember;
import tusoi.org.accounts.AccountCommand.LockAccount;
import tusoi.org.accounts.AccountCommand.RegisterAccount;
import tusoi.org.accounts.AccountQueries.AccountView;
import tusoi.org.accounts.domain.Account;
import tusoi.org.grants.GrantQueries;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.MemberId;
import tusoi.org.reads.PersonalRead;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@RestController
@RequestMapping("/api/org/v1")
class AccountsController {
    private final AccountCommandHandler handler;
    private final AccountHolderHandler holders;
    private final AccountQueries queries;
    private final GrantQueries grants;
    private final Scope scope;
    private final UnitDirectory directory;
    private final Clock clock;

    AccountsController(
            AccountCommandHandler handler,
            AccountHolderHandler holders,
            AccountQueries queries,
            GrantQueries grants,
            Scope scope,
            UnitDirectory directory,
            Clock clock) {
        this.handler = handler;
        this.holders = holders;
        this.queries = queries;
        this.grants = grants;
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
            @Nullable LocalDate validTo,
            String source) {}

    record AccountBody(
            @NotBlank @Size(max = 255) String subject,
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String displayName,
            @Nullable @Size(max = 64) String unitId) {}

    record InvitationBody(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._\\-]{1,99}")
            String username,

            @NotBlank @Size(max = 200) String displayName,
            @Nullable @Size(max = 64) String unitId) {}

    record MemberBody(@Nullable UUID memberId) {}

    record HandOverBody(@NotNull UUID successorId) {}

    @GetMapping("/me")
    MeView me() {
        AccountView account = queries.account(scope.account()).orElseThrow();
        if (account.state().equals(Account.State.INVITED.name())) {
            handler.signedIn();
        }
        List<OwnGrant> held = grants.own(account.id()).stream()
                .map(grant -> new OwnGrant(
                        grant.role(),
                        grant.unitId(),
                        grant.unitCode(),
                        grant.unitName(),
                        grant.validFrom(),
                        grant.validTo(),
                        grant.source()))
                .toList();
        return new MeView(account.id(), account.username(), account.displayName(), held);
    }

    @PersonalRead("org.accounts-read")
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

    /** For somebody who has no user in Keycloak yet; a one-time password is asked for once it is IN_LINE. */
    @PostMapping("/accounts/invitations")
    ResponseEntity<AccountView> invite(@RequestBody @Valid InvitationBody body) {
        AccountId id = handler.handle(new InviteAccount(
                body.username(), Texts.clean(body.displayName()), directory.resolveIfGiven(body.unitId())));
        AccountView view = queries.account(id.value()).orElseThrow();
        return Versioned.created(URI.create("/api/org/v1/accounts/" + id), view, view.version());
    }

    @PersonalRead(value = "org.account-read", of = PersonalRead.Of.ACCOUNT)
    @GetMapping("/accounts/{id}")
    ResponseEntity<AccountView> account(@PathVariable UUID id) {
        AccountView view = queries.account(id).orElseThrow(() -> ProblemException.notFound("The account"));
        scope.require(Right.ACCOUNT_ADMIN, view.unitId());
        return Versioned.ok(view, view.version());
    }

    @PostMapping("/accounts/{id}/lock")
    ResponseEntity<AccountView> lock(@PathVariable UUID id) {
        return lock(id, true);
    }

    @PostMapping("/accounts/{id}/unlock")
    ResponseEntity<AccountView> unlock(@PathVariable UUID id) {
        return lock(id, false);
    }

    /** Makes the account a member's, or nobody's without one: what the member's posts give begins or ends with it. */
    @PostMapping("/accounts/{id}/member")
    ResponseEntity<AccountView> link(@PathVariable UUID id, @RequestBody @Valid MemberBody body) {
        MemberId member = body.memberId() == null ? null : new MemberId(body.memberId());
        holders.handle(new LinkMember(new AccountId(id), member, BusinessDays.today(clock)));
        return view(id);
    }

    /** What the account has by posts goes to the successor; what it has otherwise ends today. */
    @PostMapping("/accounts/{id}/hand-over")
    ResponseEntity<AccountView> handOver(@PathVariable UUID id, @RequestBody @Valid HandOverBody body) {
        holders.handle(new HandOver(new AccountId(id), new AccountId(body.successorId()), BusinessDays.today(clock)));
        return view(id);
    }

    private ResponseEntity<AccountView> lock(UUID id, boolean locked) {
        handler.handle(new LockAccount(new AccountId(id), locked));
        return view(id);
    }

    private ResponseEntity<AccountView> view(UUID id) {
        AccountView view = queries.account(id).orElseThrow();
        return Versioned.ok(view, view.version());
    }
}
