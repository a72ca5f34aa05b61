package tusoi.org.members.histories;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.contract.NameData;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.histories.MemberJournal.Grounds;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** The one way in which a command changes a membership: scope, locks, the rule, then version, decision, audit and event. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MemberChanges {
    private final Scope scope;
    private final UnitDirectory units;
    private final MemberStore store;
    private final TransactionClock clock;
    private final JdbcClient jdbc;

    MemberChanges(Scope scope, UnitDirectory units, MemberStore store, TransactionClock clock, JdbcClient jdbc) {
        this.scope = scope;
        this.units = units;
        this.store = store;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** What a change decides on, and what it answers. */
    public interface Ruling extends Function<MemberHistory, Decision<MemberHistory, MemberChange>> {}

    /**
     * Changes a membership as who answers for its last home; a member of whom nothing is in scope is not found.
     *
     * @param expected the version that was read; null where another lock or a state keeps changes apart
     */
    public Accepted<MemberHistory, MemberChange> change(
            MemberId member, @Nullable IfMatch expected, Why why, Ruling ruling) {
        requireHome(member);
        return decide(member, expected, why, ruling);
    }

    /** 404 where the last home is out of scope, 403 where the right to write is missing there. */
    public void requireHome(MemberId member) {
        RowPolicies.forFew(jdbc);
        scope.require(
                Right.MEMBER_WRITE,
                store.asApp()
                        .home(member)
                        .orElseThrow(() -> ProblemException.notFound("The member"))
                        .value());
    }

    /** As {@link #change}, where the caller's scope has been checked in another way. */
    public Accepted<MemberHistory, MemberChange> apply(
            MemberId member, @Nullable IfMatch expected, Why why, Ruling ruling) {
        RowPolicies.forFew(jdbc);
        return decide(member, expected, why, ruling);
    }

    private Accepted<MemberHistory, MemberChange> decide(
            MemberId member, @Nullable IfMatch expected, Why why, Ruling ruling) {
        units.holdStill();
        Members.Stored stored = store.asApp().lock(member).orElseThrow(() -> ProblemException.notFound("The member"));
        if (expected != null) {
            expected.mustBe(stored.version());
        }
        Accepted<MemberHistory, MemberChange> accepted =
                ruling.apply(stored.member()).orThrow(why.overrides());
        Instant recordedAt = clock.recordedAtAfter(stored.recordedAt());
        long version = stored.version() + 1;
        store.asApp().save(accepted.state(), version, recordedAt);
        store.journalAsApp()
                .write(
                        accepted.state(),
                        accepted.event(),
                        stored.member(),
                        version,
                        grounds(why, accepted, scope.account(), recordedAt));
        return accepted;
    }

    /** Enters a person who is not in the register with a membership decided by a rule for a new id. 409 where the person is. */
    public MemberId enter(
            UnitId home,
            Identity identity,
            @Nullable String reference,
            Why why,
            Function<MemberId, Decision<MemberHistory, MemberChange>> rule) {
        scope.require(Right.MEMBER_WRITE, home.value());
        units.holdStill();
        Accepted<MemberHistory, MemberChange> accepted =
                rule.apply(MemberId.next()).orThrow(why.overrides());
        MemberHistory member = accepted.state();
        Instant recordedAt = clock.recordedAt();
        store.asApp().add(store.person(Ids.next(), identity), member, reference, recordedAt);
        store.journalAsApp()
                .write(member, accepted.event(), null, 1, grounds(why, accepted, scope.account(), recordedAt));
        store.announceName(member.id(), new NameData(identity.fullName()));
        return member.id();
    }

    private static Grounds grounds(
            Why why, Accepted<MemberHistory, MemberChange> accepted, UUID actor, Instant recordedAt) {
        return new Grounds(
                why.decision(),
                why.profile() == null ? null : why.profile().code(),
                accepted.warnings(),
                why.overrides(),
                actor,
                recordedAt);
    }
}
