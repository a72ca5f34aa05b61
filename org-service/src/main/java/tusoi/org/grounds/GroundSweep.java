package tusoi.org.grounds;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.org.contract.BranchLifeEvents;
import tusoi.org.contract.GroundData;
import tusoi.platform.ids.Ids;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.TransactionClock;

/**
 * Looks through all members, some hundreds in a transaction, and writes what changed: whoever runs it again, or at once with
 * somebody else, writes nothing more.
 */
@Component
class GroundSweep implements Sweep {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionClock clock;
    private final RuleProfiles profiles;
    private final BranchLifeEvents events;

    GroundSweep(
            @Loader JdbcClient jdbc,
            @Loader TransactionTemplate transaction,
            TransactionClock clock,
            RuleProfiles profiles,
            BranchLifeEvents events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.profiles = profiles;
        this.events = events;
    }

    /** A member whose months are others than those written down, or are none any more. */
    private record Change(
            UUID member,
            UUID unit,
            List<Integer> months,
            @Nullable UUID ground,
            long version,
            @Nullable Instant recordedAt) {}

    private record Batch(UUID last, int members, int changes) {}

    /** Every year of which there is anything, by what was paid and held up to the day. Returns how many versions it wrote. */
    @Override
    public int sweep(LocalDate today) {
        int changes = 0;
        for (GroundKind kind : GroundKind.values()) {
            for (int year : years(kind, today)) {
                changes += sweep(kind, year, today);
            }
        }
        return changes;
    }

    private List<Integer> years(GroundKind kind, LocalDate today) {
        return jdbc.sql("""
                        select distinct extract(year from month)::int from %s where month >= :since and month <= :today
                        union
                        select year from org.ground_version
                        where kind = :kind and recorded_to = 'infinity' and year <= extract(year from :today::date)
                        order by 1
                        """.formatted(kind.source()))
                .param("since", LocalDate.of(today.getYear() - 1, 1, 1))
                .param("today", today)
                .param("kind", kind.name())
                .query(Integer.class)
                .list();
    }

    private int sweep(GroundKind kind, int year, LocalDate today) {
        LocalDate end = LocalDate.of(year, 12, 31);
        RuleProfile profile = profiles.on("org", today.isBefore(end) ? today : end);
        int changes = 0;
        Batch batch = new Batch(new UUID(0, 0), BATCH, 0);
        while (batch.members() == BATCH) {
            UUID after = batch.last();
            Batch next = transaction.execute(status -> batch(kind, year, today, profile, after));
            batch = next == null ? new Batch(after, 0, 0) : next;
            changes += batch.changes();
        }
        return changes;
    }

    private Batch batch(GroundKind kind, int year, LocalDate today, RuleProfile profile, UUID after) {
        jdbc.sql("select pg_advisory_xact_lock(20084, 1)").query().singleRow();
        List<UUID> members = jdbc.sql("select id from org.member where id > ? order by id limit ?")
                .params(after, BATCH)
                .query(UUID.class)
                .list();
        if (members.isEmpty()) {
            return new Batch(after, 0, 0);
        }
        List<Change> changes = jdbc.sql("""
                        select m.id, m.unit_id, coalesce(found.months, '{}') as months, g.id as ground, g.version, g.recorded_from
                        from org.member m
                            left join %s(:members::uuid[], :year, :today, :least) found on found.member_id = m.id
                            left join org.ground_version g
                                on g.member_id = m.id and g.kind = :kind and g.year = :year and g.recorded_to = 'infinity'
                        where m.id = any (:members::uuid[]) and coalesce(found.months, '{}') <> coalesce(g.months, '{}')
                        order by m.id
                        """.formatted(kind.function()))
                .param("members", SqlArrays.of("uuid", members, member -> member))
                .param("year", year)
                .param("today", today)
                .param("least", profile.number(kind.rule(), kind.number()).intValueExact())
                .param("kind", kind.name())
                .query((row, n) -> new Change(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        months(row.getArray("months")),
                        row.getObject("ground", UUID.class),
                        row.getLong("version"),
                        instant(row.getObject("recorded_from", OffsetDateTime.class))))
                .list();
        if (!changes.isEmpty()) {
            write(kind, year, profile, changes);
        }
        return new Batch(members.getLast(), members.size(), changes.size());
    }

    private void write(GroundKind kind, int year, RuleProfile profile, List<Change> changes) {
        Instant latest = changes.stream()
                .map(change -> change.recordedAt() == null ? Instant.EPOCH : change.recordedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        OffsetDateTime at = clock.recordedAtAfter(latest).atOffset(ZoneOffset.UTC);
        List<GroundData> written =
                changes.stream().map(change -> data(year, profile, change)).toList();
        jdbc.sql(
                        "update org.ground_version set recorded_to = ? where id = any (?::uuid[]) and recorded_to = 'infinity'")
                .params(at, SqlArrays.of("uuid", written, GroundData::groundId))
                .update();
        jdbc.sql("""
                        insert into org.ground_version
                            (id, version, recorded_from, kind, member_id, unit_id, year, months, profile)
                        select id, version, :at, :kind, member_id, unit_id, :year, months::int[], :profile
                        from unnest(:ids::uuid[], :versions::int8[], :members::uuid[], :units::uuid[], :months::text[])
                            as t(id, version, member_id, unit_id, months)
                        """)
                .param("at", at)
                .param("kind", kind.name())
                .param("year", year)
                .param("profile", profile.code())
                .param("ids", SqlArrays.of("uuid", written, GroundData::groundId))
                .param("versions", SqlArrays.of("int8", changes, change -> change.version() + 1))
                .param("members", SqlArrays.of("uuid", changes, Change::member))
                .param("units", SqlArrays.of("uuid", changes, Change::unit))
                .param("months", SqlArrays.of("text", changes, GroundSweep::literal))
                .update();
        for (int i = 0; i < written.size(); i++) {
            events.ground(
                    kind == GroundKind.DUES ? "org.dues-arrears.v1" : "org.absence-three-months.v1",
                    changes.get(i).version() + 1,
                    written.get(i));
        }
    }

    private static GroundData data(int year, RuleProfile profile, Change change) {
        UUID ground = change.ground();
        return new GroundData(
                ground == null ? Ids.next() : ground,
                change.member(),
                change.unit(),
                year,
                change.months().stream()
                        .map(month -> "%04d-%02d".formatted(year, month))
                        .toList(),
                change.months().isEmpty(),
                profile.code());
    }

    private static String literal(Change change) {
        return change.months().toString().replace('[', '{').replace(']', '}');
    }

    private static List<Integer> months(Array months) throws SQLException {
        return List.of((Integer[]) months.getArray());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
