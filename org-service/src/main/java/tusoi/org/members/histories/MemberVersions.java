package tusoi.org.members.histories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.MemberState;
import tusoi.org.members.domain.Membership;
import tusoi.org.members.domain.Movement;
import tusoi.org.validity.Slice;
import tusoi.org.validity.Timeline;
import tusoi.platform.persistence.SqlArrays;

/** Versions of many memberships, read and written with a statement for each table. */
@Component
public class MemberVersions {
    private final JdbcClient jdbc;

    MemberVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A membership as it was at a version. */
    public record At(MemberHistory member, long version) {}

    /** Locks them in the order of their ids and answers the versions they are at; who is out of sight is missing. */
    public Map<MemberId, Long> lock(List<MemberId> members) {
        Map<MemberId, Long> versions = new HashMap<>();
        jdbc.sql("select id, version from org.member where id = any (:ids::uuid[]) order by id for update")
                .param("ids", SqlArrays.of("uuid", members, MemberId::value))
                .query(row -> {
                    versions.put(new MemberId(row.getObject("id", UUID.class)), row.getLong("version"));
                });
        return versions;
    }

    /** The members at those versions, which may be former ones. */
    public List<At> read(Map<MemberId, Long> versions) {
        List<Map.Entry<MemberId, Long>> wanted = List.copyOf(versions.entrySet());
        Map<UUID, List<Slice<Membership>>> slices = new HashMap<>();
        wanted(wanted, """
                select v.member_id, v.valid_from, nullif(v.valid_to, 'infinity') as valid_to, v.unit_id, v.state, v.exempt,
                       v.suspended
                from unnest(:ids::uuid[], :versions::int8[]) as w (member_id, version)
                join org.membership_version v using (member_id, version)
                order by v.member_id, v.valid_from
                """).query(row -> {
            slices.computeIfAbsent(row.getObject("member_id", UUID.class), id -> new ArrayList<>())
                    .add(slice(row));
        });
        Map<UUID, List<Movement>> movements = new HashMap<>();
        wanted(wanted, """
                select v.member_id, v.on_day, v.kind, v.unit_id, v.other_unit_id, v.case_id, v.reorganisation_id
                from unnest(:ids::uuid[], :versions::int8[]) as w (member_id, version)
                join org.movement_version v using (member_id, version)
                order by v.member_id, v.place
                """).query(row -> {
            movements
                    .computeIfAbsent(row.getObject("member_id", UUID.class), id -> new ArrayList<>())
                    .add(MemberRows.movement(row));
        });
        List<At> found = new ArrayList<>();
        wanted(wanted, """
                select m.id, w.version, m.admitted_on, m.recognised_on
                from unnest(:ids::uuid[], :versions::int8[]) as w (member_id, version) join org.member m on m.id = w.member_id
                order by m.id
                """).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            found.add(new At(
                    new MemberHistory(
                            new MemberId(id),
                            new Timeline<>(Objects.requireNonNull(slices.get(id))),
                            movements.getOrDefault(id, List.of()),
                            row.getObject("admitted_on", LocalDate.class),
                            row.getObject("recognised_on", LocalDate.class)),
                    row.getLong("version")));
        });
        return found;
    }

    private JdbcClient.StatementSpec wanted(List<Map.Entry<MemberId, Long>> wanted, String sql) {
        return jdbc.sql(sql)
                .param("ids", SqlArrays.of("uuid", wanted, entry -> entry.getKey()
                        .value()))
                .param("versions", SqlArrays.of("int8", wanted, Map.Entry::getValue));
    }

    /** Appends a version of each: what was known until now stays, with its end. */
    public void save(List<At> versions, Instant recordedAt) {
        RowPolicies.forMany(jdbc);
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        var ids =
                SqlArrays.of("uuid", versions, version -> version.member().id().value());
        for (String table : List.of("membership_version", "movement_version")) {
            jdbc.sql("update org." + table + """
                             set recorded_to = :at where member_id = any (:ids::uuid[]) and recorded_to = 'infinity'
                            """)
                    .param("at", at)
                    .param("ids", ids)
                    .update();
        }
        saveSlices(versions, at);
        saveMovements(versions, at);
        jdbc.sql("""
                        update org.member m set unit_id = v.unit_id, version = v.version, recorded_at = :at
                        from unnest(:ids::uuid[], :units::uuid[], :versions::int8[]) as v (id, unit_id, version)
                        where m.id = v.id
                        """)
                .param("at", at)
                .param("ids", ids)
                .param("units", SqlArrays.of("uuid", versions, version -> Members.home(version.member())
                        .value()))
                .param("versions", SqlArrays.of("int8", versions, At::version))
                .update();
    }

    private record Stay(At of, Slice<Membership> slice) {}

    private void saveSlices(List<At> versions, OffsetDateTime at) {
        List<Stay> stays = versions.stream()
                .flatMap(version -> version.member().slices().slices().stream().map(slice -> new Stay(version, slice)))
                .toList();
        var members =
                SqlArrays.of("uuid", stays, stay -> stay.of().member().id().value());
        var homes =
                SqlArrays.of("uuid", stays, stay -> stay.slice().value().home().value());
        jdbc.sql("""
                        insert into org.member_unit select distinct * from unnest(:members::uuid[], :units::uuid[])
                        on conflict do nothing
                        """).param("members", members).param("units", homes).update();
        jdbc.sql("""
                        insert into org.membership_version
                            (member_id, version, recorded_from, valid_from, valid_to, unit_id, state, exempt, suspended)
                        select member_id, version, :at, valid_from, coalesce(valid_to, 'infinity'), unit_id, state, exempt, suspended
                        from unnest(:members::uuid[], :versions::int8[], :from::date[], :to::date[], :units::uuid[],
                                    :states::text[], :exempt::bool[], :suspended::bool[])
                            as t (member_id, version, valid_from, valid_to, unit_id, state, exempt, suspended)
                        """)
                .param("at", at)
                .param("members", members)
                .param("versions", SqlArrays.of("int8", stays, stay -> stay.of().version()))
                .param("from", SqlArrays.of("date", stays, stay -> stay.slice().from()))
                .param("to", SqlArrays.of("date", stays, stay -> stay.slice().to()))
                .param("units", homes)
                .param("states", SqlArrays.of("text", stays, stay -> stay.slice()
                        .value()
                        .state()
                        .name()))
                .param(
                        "exempt",
                        SqlArrays.of("bool", stays, stay -> stay.slice().value().exempt()))
                .param(
                        "suspended",
                        SqlArrays.of("bool", stays, stay -> stay.slice().value().suspended()))
                .update();
    }

    private record Way(At of, int place, Movement movement) {}

    private void saveMovements(List<At> versions, OffsetDateTime at) {
        List<Way> ways = versions.stream()
                .flatMap(version -> IntStream.range(
                                0, version.member().movements().size())
                        .mapToObj(place -> new Way(
                                version, place, version.member().movements().get(place))))
                .toList();
        jdbc.sql("""
                        insert into org.movement_version
                            (member_id, version, place, recorded_from, on_day, kind, unit_id, other_unit_id, case_id,
                             reorganisation_id)
                        select member_id, version, place, :at, on_day, kind, unit_id, other_unit_id, case_id, reorganisation_id
                        from unnest(:members::uuid[], :versions::int8[], :places::int4[], :days::date[], :kinds::text[],
                                    :units::uuid[], :others::uuid[], :cases::uuid[], :reorganisations::uuid[])
                            as t (member_id, version, place, on_day, kind, unit_id, other_unit_id, case_id, reorganisation_id)
                        """)
                .param("at", at)
                .param(
                        "members",
                        SqlArrays.of("uuid", ways, way -> way.of().member().id().value()))
                .param("versions", SqlArrays.of("int8", ways, way -> way.of().version()))
                .param("places", SqlArrays.of("int4", ways, Way::place))
                .param("days", SqlArrays.of("date", ways, way -> way.movement().on()))
                .param(
                        "kinds",
                        SqlArrays.of("text", ways, way -> way.movement().kind().name()))
                .param(
                        "units",
                        SqlArrays.of(
                                "uuid",
                                ways,
                                way -> Members.value(way.movement().unit())))
                .param(
                        "others",
                        SqlArrays.of(
                                "uuid",
                                ways,
                                way -> Members.value(way.movement().other())))
                .param("cases", SqlArrays.of("uuid", ways, way -> way.movement().caseId()))
                .param("reorganisations", SqlArrays.of("uuid", ways, way -> way.movement()
                        .reorganisationId()))
                .update();
    }

    private static Slice<Membership> slice(ResultSet row) throws SQLException {
        return new Slice<>(
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                new Membership(
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        MemberState.valueOf(row.getString("state")),
                        row.getBoolean("exempt"),
                        row.getBoolean("suspended")));
    }
}
