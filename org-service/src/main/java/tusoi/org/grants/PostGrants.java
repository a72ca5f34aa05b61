package tusoi.org.grants;

import static tusoi.org.grants.domain.GrantRules.ORG_80;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.grants.domain.Grant;
import tusoi.org.grants.domain.Origin;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.MemberId;
import tusoi.platform.ids.Ids;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.security.ActorIds;
import tusoi.scope.Role;

/** Keeps the grants that posts give in line with the posts, within the transaction that changes the post or the holder's account. */
@Component
public class PostGrants {
    private final Grants grants;
    private final GrantBook book;
    private final GrantJournal journal;
    private final JdbcClient jdbc;
    private final ActorIds actors;

    PostGrants(Grants grants, GrantBook book, GrantJournal journal, JdbcClient jdbc, ActorIds actors) {
        this.grants = grants;
        this.book = book;
        this.journal = journal;
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /**
     * A post has begun, ended or been corrected. What was taken from it by hand, or moved to a successor, stays as it is; a
     * member without an account gets nothing until he has one, and an account that is looked after further below than the post's
     * unit gets nothing until somebody who administers accounts at both links it anew. ORG-80 where it would give rights to the recorder's own account.
     */
    public void follow(MemberId holder, @Nullable PostRights before, PostRights after, LocalDate today) {
        follow(holder, before, after, today, false);
    }

    /** A post is held again as it was before it was ended, whoever it is that takes the end back. */
    public void followBack(MemberId holder, PostRights before, PostRights after, LocalDate today) {
        follow(holder, before, after, today, true);
    }

    /** Locks what the holding gives, and what was lent from that. */
    public void hold(UUID holding) {
        book.holdLoans(grants.lockFrom(holding));
    }

    private void follow(
            MemberId holder, @Nullable PostRights before, PostRights after, LocalDate today, boolean restoring) {
        List<Grants.Stored> known = book.holdLoans(grants.lockFrom(after.holding()));
        if (before == null || (known.isEmpty() && !restoring)) {
            accountOf(holder, after.unit().value()).ifPresent(account -> give(account, after, today));
            return;
        }
        for (Grants.Stored stored : known) {
            Grant grant = stored.grant();
            if (grant.isEmpty() || !grant.endsOn(before.to())) {
                continue;
            }
            if (after.isMoreThan(before) && !restoring) {
                refuseOwn(grant.account());
            }
            boolean fromTheBeginning = grant.from().equals(before.from());
            if (fromTheBeginning && !after.from().equals(before.from())) {
                book.change(stored, grant.until(grant.from()));
                journal.given(grant(grant.account(), grant.role(), after), null);
            } else if (!grant.endsOn(after.to())) {
                book.change(stored, grant.until(after.to()));
            }
        }
    }

    /** The holder has an account from now on. */
    public void give(AccountId account, PostRights post, LocalDate today) {
        if (post.isOverBy(today) || post.roles().isEmpty()) {
            return;
        }
        refuseOwn(account);
        post.roles().stream().sorted().forEach(role -> journal.given(grant(account, role, post), null));
    }

    /** The account is the holder's no more: what his posts gave it ends. */
    public void take(AccountId account, List<UUID> holdings, LocalDate today) {
        for (Grants.Stored stored : book.holdLoans(grants.lockOf(account, today))) {
            UUID source = stored.grant().origin().sourceId();
            if (stored.grant().origin().source() == Origin.Source.POST && holdings.contains(source)) {
                stored.grant().shortenedTo(today).ifPresent(ended -> book.change(stored, ended));
            }
        }
    }

    private void refuseOwn(AccountId account) {
        if (account.value().equals(actors.current())) {
            throw new RuleViolation(
                    ORG_80, "The post gives rights to the account in use", Map.of("account", account.value()));
        }
    }

    private Grant grant(AccountId account, Role role, PostRights post) {
        Origin origin = Origin.post(post.holding(), new AccountId(actors.current()));
        return new Grant(Ids.next(), account, role, post.unit(), post.from(), post.to(), origin);
    }

    /** Asked past row policies: who records a post need not look after the holder's account. */
    private Optional<AccountId> accountOf(MemberId member, UUID unit) {
        return jdbc.sql("select org.account_of(?, ?)")
                .params(member.value(), unit)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .map(AccountId::new);
    }
}
