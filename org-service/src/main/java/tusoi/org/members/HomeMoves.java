package tusoi.org.members;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.OrgEvents;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.MemberRules;
import tusoi.org.members.domain.Movement;
import tusoi.org.members.histories.MemberJournal;
import tusoi.org.members.histories.MemberVersions;
import tusoi.org.members.histories.Members;
import tusoi.platform.audit.Audit;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.RuleViolation;

/**
 * Collective transfers: many members change home in the running transaction of the app, each by the same rules and with the
 * same version, decision, audit row and event as in a transfer of one, all with one recorded instant.
 */
@Component
public class HomeMoves {
    private final JdbcClient jdbc;
    private final MemberVersions versions;
    private final JsonMapper json;
    private final OrgEvents events;
    private final Audit audit;

    HomeMoves(JdbcClient jdbc, MemberVersions versions, JsonMapper json, OrgEvents events, Audit audit) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.json = json;
        this.events = events;
        this.audit = audit;
    }

    /** Somebody at home in a unit on the day or later, and the version that tells so. */
    public record Resident(MemberId member, UnitId home, long version, boolean official) {}

    /** A member goes from one home to another. */
    public record Move(MemberId member, UnitId from, UnitId to) {}

    /** What a move rests on: the reorganisation, its decision's number and day, who moves them and when it is recorded. */
    public record Grounds(UUID reorganisation, String number, LocalDate on, UUID actor, Instant recordedAt) {}

    /** What was written of a member. */
    public record Moved(MemberId member, long before, long version) {}

    /** Whether a unit can be a home, a branch that lives, on every day of {@code [from, to)}. */
    public interface Branches {
        boolean canBeHome(UnitId unit, LocalDate from, @Nullable LocalDate to);
    }

    /** Moves as they would be, or why they cannot be. */
    public static final class Planned {
        private final List<MemberVersions.At> before = new ArrayList<>();
        private final List<MemberVersions.At> after = new ArrayList<>();
        private final Map<MemberId, RuleViolation> refusals = new LinkedHashMap<>();

        public Map<MemberId, RuleViolation> refusals() {
            return refusals;
        }
    }

    /** Everybody at home in one of the units on the day or later, in the order of homes and ids. */
    public List<Resident> residents(Collection<UnitId> units, LocalDate from) {
        return jdbc.sql("""
                        select s.member_id, s.unit_id, m.version, bool_or(s.state = 'OFFICIAL') as official
                        from org.membership_version s join org.member m on m.id = s.member_id
                        where s.unit_id = any (:units::uuid[]) and s.recorded_to = 'infinity' and s.valid_to > :from
                        group by s.member_id, s.unit_id, m.version
                        order by s.unit_id, s.member_id
                        """)
                .param("units", SqlArrays.of("uuid", List.copyOf(units), UnitId::value))
                .param("from", from)
                .query((row, n) -> new Resident(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getLong("version"),
                        row.getBoolean("official")))
                .list();
    }

    /** ORG-12, ORG-15, ORG-17 for each. With {@code lock} the members stay as they are until the transaction ends. */
    public Planned plan(List<Move> moves, LocalDate on, UUID reorganisation, Branches branches, boolean lock) {
        List<MemberId> members = moves.stream().map(Move::member).toList();
        Map<MemberId, Long> current = lock ? versions.lock(members) : now(members);
        Map<MemberId, MemberVersions.At> stored = new HashMap<>();
        versions.read(current).forEach(at -> stored.put(at.member().id(), at));
        Map<List<@Nullable Object>, Boolean> answers = new HashMap<>();
        Planned planned = new Planned();
        for (Move move : moves) {
            MemberVersions.At at = stored.get(move.member());
            boolean there = at != null && staysFrom(on, move.from(), at.member());
            if (at == null || !there) {
                planned.refusals.put(
                        move.member(),
                        new RuleViolation(
                                MemberRules.ORG_15,
                                "Not at home in the unit on that day, or a move on that day or later is recorded",
                                Map.of(
                                        "member",
                                        move.member().value(),
                                        "unit",
                                        move.from().value(),
                                        "on",
                                        on)));
                continue;
            }
            switch (at.member()
                    .transfer(
                            on,
                            move.to(),
                            (unit, from, to) -> answers.computeIfAbsent(
                                    Arrays.asList(unit, from, to), key -> branches.canBeHome(unit, from, to)))) {
                case Refused<MemberHistory, MemberChange>(var rule, var why, var facts) -> {
                    Map<String, Object> told = new LinkedHashMap<>(facts);
                    told.put("member", move.member().value());
                    planned.refusals.put(move.member(), new RuleViolation(rule, why, told));
                }
                case Accepted<MemberHistory, MemberChange> accepted -> {
                    planned.before.add(at);
                    planned.after.add(new MemberVersions.At(
                            partOf(reorganisation, at.member(), accepted.state()), at.version() + 1));
                }
            }
        }
        return planned;
    }

    /** Writes what was planned with the lock. */
    public List<Moved> write(Planned planned, Grounds grounds) {
        return write(planned.before, planned.after, grounds);
    }

    /** Members among these that have changed since. */
    public List<MemberId> changedSince(List<Moved> moved) {
        Map<MemberId, Long> current =
                versions.lock(moved.stream().map(Moved::member).toList());
        return moved.stream()
                .filter(one -> current.getOrDefault(one.member(), -1L) != one.version())
                .map(Moved::member)
                .toList();
    }

    /** Gives each the days and movements it had before, as a version of its own. */
    public void restore(List<Moved> moved, Grounds grounds) {
        Map<MemberId, Long> former = new HashMap<>();
        Map<MemberId, Long> latest = new HashMap<>();
        for (Moved one : moved) {
            former.put(one.member(), one.before());
            latest.put(one.member(), one.version());
        }
        List<MemberVersions.At> after = versions.read(former).stream()
                .map(at -> new MemberVersions.At(
                        at.member(), latest.getOrDefault(at.member().id(), at.version()) + 1))
                .toList();
        write(versions.read(latest), after, grounds);
    }

    private Map<MemberId, Long> now(List<MemberId> members) {
        Map<MemberId, Long> found = new HashMap<>();
        jdbc.sql("select id, version from org.member where id = any (:ids::uuid[])")
                .param("ids", SqlArrays.of("uuid", members, MemberId::value))
                .query(row -> {
                    found.put(new MemberId(row.getObject("id", UUID.class)), row.getLong("version"));
                });
        return found;
    }

    /** Not one who comes later or goes on later, be it with another reorganisation. */
    private static boolean staysFrom(LocalDate day, UnitId unit, MemberHistory member) {
        return member.slices().on(day).filter(held -> held.home().equals(unit)).isPresent()
                && member.movements().stream()
                        .noneMatch(movement -> movement.on().isAfter(day));
    }

    private static MemberHistory partOf(UUID reorganisation, MemberHistory before, MemberHistory after) {
        List<Movement> movements = after.movements().stream()
                .map(movement -> before.movements().contains(movement) ? movement : movement.by(reorganisation))
                .toList();
        return new MemberHistory(after.id(), after.slices(), movements, after.admittedOn(), after.recognisedOn());
    }

    private List<Moved> write(List<MemberVersions.At> before, List<MemberVersions.At> after, Grounds grounds) {
        if (after.isEmpty()) {
            return List.of();
        }
        versions.save(after, grounds.recordedAt());
        saveDecisions(after, grounds);
        List<Moved> moved = new ArrayList<>();
        String type = MemberJournal.type(MemberChange.TRANSFERRED);
        for (int i = 0; i < after.size(); i++) {
            MemberVersions.At now = after.get(i);
            MemberId id = now.member().id();
            events.member(type, now.version(), MemberJournal.data(now.member()));
            audit.changed(
                    type,
                    "member",
                    id.value(),
                    Members.home(now.member()).value(),
                    MemberJournal.data(before.get(i).member()),
                    MemberJournal.data(now.member()),
                    null);
            moved.add(new Moved(id, before.get(i).version(), now.version()));
        }
        return moved;
    }

    private void saveDecisions(List<MemberVersions.At> after, Grounds grounds) {
        jdbc.sql("""
                        insert into org.member_decision
                        select id, version, 'TRANSFERRED', :decision::jsonb, null, '[]'::jsonb, :at, :actor
                        from unnest(:ids::uuid[], :versions::int8[]) as t (id, version)
                        """)
                .param(
                        "decision",
                        json.writeValueAsString(Map.of(
                                "reorganisationId", grounds.reorganisation(),
                                "number", grounds.number(),
                                "effectiveOn", grounds.on())))
                .param("at", grounds.recordedAt().atOffset(ZoneOffset.UTC))
                .param("actor", grounds.actor())
                .param("ids", SqlArrays.of("uuid", after, at -> at.member().id().value()))
                .param("versions", SqlArrays.of("int8", after, MemberVersions.At::version))
                .update();
    }
}
