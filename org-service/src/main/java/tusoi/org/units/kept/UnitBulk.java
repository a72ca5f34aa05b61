package tusoi.org.units.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitState;
import tusoi.org.validity.Slice;
import tusoi.org.validity.Timeline;
import tusoi.platform.persistence.SqlArrays;

/** Many units read or written with a statement for each table. */
@Repository
public class UnitBulk {
    public static final String LIVES_ON = "LIVES_ON";

    private final JdbcClient jdbc;

    public UnitBulk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UnitId, OrgUnits.Stored> load(Collection<UnitId> wanted) {
        List<UnitId> ids = List.copyOf(wanted);
        Map<UUID, List<Slice<UnitState>>> slices = new HashMap<>();
        jdbc.sql("""
                        select unit_id, valid_from, nullif(valid_to, 'infinity') as valid_to, name, level, form, kind, parent_id
                        from scope.unit_version
                        where unit_id = any (:ids::uuid[]) and recorded_to = 'infinity' order by unit_id, valid_from
                        """).param("ids", SqlArrays.of("uuid", ids, UnitId::value)).query(row -> {
            slices.computeIfAbsent(row.getObject("unit_id", UUID.class), id -> new ArrayList<>())
                    .add(OrgUnits.slice(row));
        });
        Map<UnitId, OrgUnits.Stored> found = new HashMap<>();
        jdbc.sql("select id, code, version, recorded_at from org.unit where id = any (:ids::uuid[]) and not void")
                .param("ids", SqlArrays.of("uuid", ids, UnitId::value))
                .query(row -> {
                    UnitId id = new UnitId(row.getObject("id", UUID.class));
                    found.put(
                            id,
                            new OrgUnits.Stored(
                                    new OrgUnit(
                                            id,
                                            row.getString("code"),
                                            new Timeline<>(slices.getOrDefault(id.value(), List.of()))),
                                    row.getLong("version"),
                                    row.getObject("recorded_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return found;
    }

    public Map<UnitId, List<UnitId>> childrenFrom(Collection<UnitId> units, LocalDate from) {
        Map<UnitId, List<UnitId>> children = new HashMap<>();
        jdbc.sql("""
                        select distinct parent_id, unit_id from scope.unit_version
                        where parent_id = any (:ids::uuid[]) and recorded_to = 'infinity' and valid_to > :from
                        order by parent_id, unit_id
                        """)
                .param("ids", SqlArrays.of("uuid", List.copyOf(units), UnitId::value))
                .param("from", from)
                .query(row -> {
                    children.computeIfAbsent(new UnitId(row.getObject(1, UUID.class)), id -> new ArrayList<>())
                            .add(new UnitId(row.getObject(2, UUID.class)));
                });
        return children;
    }

    /** A unit's new version, and how it ends; null: as was known, {@link #LIVES_ON}: not after all. */
    public record Raise(UnitId unit, long version, @Nullable String endKind) {}

    /** How units end, of those that do. */
    public Map<UnitId, String> endKinds(Collection<UnitId> units) {
        Map<UnitId, String> kinds = new HashMap<>();
        jdbc.sql("select id, end_kind from org.unit where id = any (:ids::uuid[]) and end_kind is not null")
                .param("ids", SqlArrays.of("uuid", List.copyOf(units), UnitId::value))
                .query(row -> {
                    kinds.put(new UnitId(row.getObject(1, UUID.class)), row.getString(2));
                });
        return kinds;
    }

    public void raise(List<Raise> raised, Instant recordedAt) {
        jdbc.sql("""
                        update org.unit u
                        set version = r.version, recorded_at = :at, end_kind = nullif(coalesce(r.end_kind, u.end_kind), 'LIVES_ON'),
                            void = coalesce(r.end_kind = 'REVOKED', false)
                        from unnest(:ids::uuid[], :versions::int8[], :ends::text[]) as r (id, version, end_kind)
                        where u.id = r.id
                        """)
                .param("at", recordedAt.atOffset(ZoneOffset.UTC))
                .param("ids", SqlArrays.of("uuid", raised, one -> one.unit().value()))
                .param("versions", SqlArrays.of("int8", raised, Raise::version))
                .param("ends", SqlArrays.of("text", raised, Raise::endKind))
                .update();
    }
}
