package tusoi.org.reorganisations;

import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_38;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.FormerHomes;
import tusoi.org.members.HomeMoves;
import tusoi.org.members.HomeMoves.Moved;
import tusoi.org.members.HomeMoves.Resident;
import tusoi.org.reorganisations.drafts.Reorganisation;
import tusoi.org.reorganisations.drafts.Reorganisations;
import tusoi.org.units.TreeRevocation;
import tusoi.org.units.TreeWorks;
import tusoi.org.units.TreeWorks.Written;
import tusoi.platform.audit.Audit;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.time.TransactionClock;

/** Takes a confirmed reorganisation back, as a whole, while nothing rests on it. */
@Component
class Revocation {
    private static final int TOLD = 100;

    private final JdbcClient jdbc;
    private final TreeWorks tree;
    private final TreeRevocation units;
    private final HomeMoves members;
    private final FormerHomes formerHomes;
    private final PostsAlong posts;
    private final Reorganisations reorganisations;
    private final TransactionClock clock;
    private final Audit audit;

    Revocation(
            JdbcClient jdbc,
            TreeWorks tree,
            TreeRevocation units,
            HomeMoves members,
            FormerHomes formerHomes,
            PostsAlong posts,
            Reorganisations reorganisations,
            TransactionClock clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.units = units;
        this.members = members;
        this.formerHomes = formerHomes;
        this.posts = posts;
        this.reorganisations = reorganisations;
        this.clock = clock;
        this.audit = audit;
    }

    /** ORG-38: with the list of what rests on it. Members go home first, while the units they leave still are; posts come back last. */
    void revoke(Reorganisation confirmed, UUID account) {
        tree.lock();
        List<Written> written = reorganisations.writtenUnits(confirmed.id());
        List<Moved> moved = reorganisations.movedMembers(confirmed.id());
        Map<String, Object> resting = resting(confirmed.id(), written, moved);
        if (!resting.isEmpty()) {
            throw new RuleViolation(ORG_38, "Something rests on it by now", resting);
        }
        Instant recordedAt = clock.recordedAt();
        members.restore(
                moved,
                new HomeMoves.Grounds(
                        confirmed.id(),
                        confirmed.decision().number(),
                        confirmed.decision().effectiveOn(),
                        account,
                        recordedAt));
        units.revoke(written, confirmed.decision(), confirmed.id(), recordedAt);
        List<MemberId> homeless =
                formerHomes.ended(moved.stream().map(Moved::member).toList());
        if (!homeless.isEmpty()) {
            throw new RuleViolation(
                    ORG_38,
                    "A home to go back to has ended since",
                    Map.of(
                            "membersHomeless",
                            homeless.stream().limit(TOLD).map(Object::toString).toList()));
        }
        posts.restore(confirmed.id());
        reorganisations.closed(confirmed.id(), Reorganisation.State.REVOKED, recordedAt);
        audit.changed(
                "org.reorganisation-revoked",
                "reorganisation",
                confirmed.id(),
                confirmed.named().getFirst().value(),
                null,
                Map.of("units", written.size(), "members", moved.size()),
                null);
    }

    private Map<String, Object> resting(UUID reorganisation, List<Written> written, List<Moved> moved) {
        List<UnitId> founded = written.stream()
                .filter(unit -> unit.before() == 0)
                .map(Written::unit)
                .toList();
        Map<String, Object> resting = new LinkedHashMap<>();
        tell(resting, "unitsChanged", units.changedSince(written));
        tell(resting, "unitsUnderIt", units.broughtUnder(written));
        tell(resting, "membersChanged", members.changedSince(moved));
        tell(resting, "membersAtHome", strangers(founded, moved));
        tell(resting, "postsChanged", posts.changedSince(reorganisation));
        tellFounded(resting, founded);
        return resting;
    }

    private List<MemberId> strangers(List<UnitId> founded, List<Moved> moved) {
        Set<MemberId> own = moved.stream().map(Moved::member).collect(Collectors.toSet());
        return members.residents(founded, LocalDate.of(1, 1, 1)).stream()
                .map(Resident::member)
                .filter(member -> !own.contains(member))
                .toList();
    }

    /** What others have entered at units that would never have been; what may not be named is counted. */
    private void tellFounded(Map<String, Object> resting, List<UnitId> founded) {
        jdbc.sql("""
                        select what, count(*) filter (where id is null) as hidden,
                               array_agg(distinct id::text) filter (where id is not null) as ids
                        from org.resting_on(:units::uuid[]) group by what order by what
                        """)
                .param("units", SqlArrays.of("uuid", founded, UnitId::value))
                .query(row -> {
                    String what = row.getString("what");
                    if (row.getArray("ids") != null) {
                        tell(resting, what, List.of((String[])
                                row.getArray("ids").getArray()));
                    }
                    if (row.getLong("hidden") > 0) {
                        resting.put(what + "NotShown", row.getLong("hidden"));
                    }
                });
    }

    private static void tell(Map<String, Object> resting, String what, List<?> found) {
        if (!found.isEmpty()) {
            resting.put(what, found.stream().limit(TOLD).map(Object::toString).toList());
        }
    }
}
