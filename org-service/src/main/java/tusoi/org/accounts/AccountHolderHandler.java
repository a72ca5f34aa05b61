package tusoi.org.accounts;

import static tusoi.org.accounts.domain.AccountRules.ORG_89;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.accounts.AccountCommand.HandOver;
import tusoi.org.accounts.AccountCommand.LinkMember;
import tusoi.org.accounts.domain.Account;
import tusoi.org.grants.GrantBook;
import tusoi.org.grants.PostGrants;
import tusoi.org.grants.PostRights;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.MemberId;
import tusoi.org.posts.HeldPosts;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Whose an account is, and who has it next. */
@Component
class AccountHolderHandler {
    private final Scope scope;
    private final Accounts accounts;
    private final Keeping keeping;
    private final HeldPosts posts;
    private final Rights rights;

    AccountHolderHandler(Scope scope, Accounts accounts, Keeping keeping, HeldPosts posts, Rights rights) {
        this.scope = scope;
        this.accounts = accounts;
        this.keeping = keeping;
        this.posts = posts;
        this.rights = rights;
    }

    /** Where it is written down. */
    @Component
    record Keeping(AccountJournal journal, TransactionClock clock) {}

    /** What the account gets or loses. */
    @Component
    record Rights(GrantBook book, PostGrants ofPosts) {}

    /** What the member's posts give begins for the account, or ends. */
    @Transactional
    void handle(LinkMember command) {
        Account account = lookedAfter(command.account()).account();
        MemberId member = command.member();
        List<PostRights> given = member == null ? List.of() : lookedAfter(member, command.today());
        MemberId former = account.member();
        List<UUID> taken = former == null
                ? List.of()
                : posts.rightsOf(former, command.today()).stream()
                        .map(PostRights::holding)
                        .toList();
        Accounts.Stored stored = accounts.lock(command.account()).orElseThrow();
        if (Objects.equals(stored.account().member(), member)) {
            return;
        }
        if (accounts.reachesFurther(account.id())) {
            stored.account().beyond().orThrow(Overrides.NONE);
        }
        rights.ofPosts().take(account.id(), taken, command.today());
        given.forEach(post -> rights.ofPosts().give(account.id(), post, command.today()));
        Account linked = stored.account().withMember(member);
        accounts.save(linked, stored.version(), keeping.clock().recordedAtAfter(stored.recordedAt()));
        keeping.journal().noted(linked, Account.Change.LINKED, stored.account(), null);
    }

    @Transactional
    void handle(HandOver command) {
        Account account = lookedAfter(command.account()).account();
        Account successor = lookedAfter(command.successor()).account();
        AccountId by = new AccountId(scope.account());
        account.handOver(successor, by, accounts.reachesFurther(account.id())).orThrow(Overrides.NONE);
        rights.book().handOver(account.id(), successor.id(), by, command.today());
        keeping.journal()
                .noted(
                        account,
                        Account.Change.HANDED_OVER,
                        account,
                        successor.id().value());
    }

    private Accounts.Stored lookedAfter(AccountId id) {
        Accounts.Stored stored = accounts.find(id).orElseThrow(() -> ProblemException.notFound("The account"));
        scope.require(Right.ACCOUNT_ADMIN, stored.account().unit().value());
        return stored;
    }

    /** ORG-89: the posts' rights, all of them at units whose accounts the caller administers. */
    private List<PostRights> lookedAfter(MemberId member, LocalDate today) {
        scope.require(Right.MEMBER_READ, posts.homeOf(member).value());
        List<PostRights> given = posts.rightsOf(member, today);
        given.stream()
                .filter(post -> !post.roles().isEmpty()
                        && !scope.holds(Right.ACCOUNT_ADMIN, post.unit().value()))
                .findFirst()
                .ifPresent(post -> refuse(post.holding()));
        return given;
    }

    private static void refuse(UUID holding) {
        throw new RuleViolation(
                ORG_89,
                "A post of the member gives rights at a unit whose accounts others administer",
                Map.of("postHoldingId", holding));
    }
}
