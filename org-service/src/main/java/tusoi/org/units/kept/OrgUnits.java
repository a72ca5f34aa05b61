package tusoi.org.units.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.ids.UnitId;
import tusoi.org.units.Homes;
import tusoi.org.units.domain.Level;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.Tree;
import tusoi.org.units.domain.UnitForm;
import tusoi.org.units.domain.UnitState;
import tusoi.org.validity.Slice;
import tusoi.org.validity.Timeline;
import tusoi.platform.problems.ProblemException;

/** Units as aggregates, and the tree they stand in. Their states are read from scope's table, where they are kept once. */
@Repository
public class OrgUnits implements Tree {
    private final JdbcClient jdbc;
    private final Homes homes;

    public OrgUnits(JdbcClient jdbc, Homes homes) {
        this.jdbc = jdbc;
        this.homes = homes;
    }

    public record Stored(OrgUnit unit, long version, Instant recordedAt) {}

    /** Holds the whole tree still: a rule for every day of it cannot be kept by locking single units. */
    public void lockTree() {
        jdbc.sql("select pg_advisory_xact_lock(20081, 1)").query().singleRow();
    }

    /** Lets others read on but keeps the tree as it is until the transaction ends. */
    public void holdTree() {
        jdbc.sql("select pg_advisory_xact_lock_shared(20081, 1)").query().singleRow();
    }

    public Stored lock(UnitId id) {
        return load(id, " for update").orElseThrow(() -> ProblemException.notFound("The unit"));
    }

    /** As it is now; empty where there is none, or none any more because its founding was revoked. */
    public Optional<Stored> load(UnitId id) {
        return load(id, "");
    }

    private Optional<Stored> load(UnitId id, String lock) {
        return jdbc.sql("select code, version, recorded_at from org.unit where id = ? and not void" + lock)
                .param(id.value())
                .query((row, n) -> new Stored(
                        new OrgUnit(id, row.getString("code"), find(id).orElseThrow()),
                        row.getLong("version"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    public void add(OrgUnit unit, Instant recordedAt) {
        int added = jdbc.sql("""
                        insert into org.unit (id, code, version, recorded_at) values (?, ?, 1, ?)
                        on conflict (lower(code)) where not void do nothing
                        """)
                .params(unit.id().value(), unit.code(), at(recordedAt))
                .update();
        if (added == 0) {
            throw ProblemException.duplicate("code", "ORG-03: the code " + unit.code() + " belongs to another unit");
        }
    }

    public void raise(UnitId id, long version, Instant recordedAt) {
        jdbc.sql("update org.unit set version = ?, recorded_at = ? where id = ?")
                .params(version, at(recordedAt), id.value())
                .update();
    }

    /** How it ends; null: it lives on after all. */
    public void setEnd(UnitId id, @Nullable String kind) {
        jdbc.sql("update org.unit set end_kind = ?, void = coalesce(? = 'REVOKED', false) where id = ?")
                .params(Arrays.asList(kind, kind, id.value()))
                .update();
    }

    public boolean isCodeTaken(String code) {
        return jdbc.sql("select exists (select 1 from org.unit where lower(code) = lower(?) and not void)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    public boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from org.unit)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Timeline<UnitState>> find(UnitId unit) {
        List<Slice<UnitState>> slices =
                jdbc.sql("""
                        select valid_from, nullif(valid_to, 'infinity') as valid_to, name, level, form, kind, parent_id
                        from scope.unit_version
                        where unit_id = ? and recorded_to = 'infinity'
                        order by valid_from
                        """).param(unit.value()).query((row, n) -> slice(row)).list();
        return slices.isEmpty() ? Optional.empty() : Optional.of(new Timeline<>(slices));
    }

    /** The states of a former version. */
    public Timeline<UnitState> statesAt(UnitId unit, long version) {
        return new Timeline<>(jdbc.sql("""
                        select valid_from, nullif(valid_to, 'infinity') as valid_to, name, level, form, kind, parent_id
                        from scope.unit_version where unit_id = ? and version = ? order by valid_from
                        """)
                .params(unit.value(), version)
                .query((row, n) -> slice(row))
                .list());
    }

    @Override
    public List<UnitId> childrenDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql("""
                        select distinct unit_id from scope.unit_version
                        where parent_id = :unit and recorded_to = 'infinity'
                          and valid_to > :from and valid_from < coalesce(:to::date, 'infinity')
                        """)
                .param("unit", unit.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public boolean isHomeDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return homes.isHomeDuring(unit, from, to);
    }

    public static Slice<UnitState> slice(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        return new Slice<>(
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                new UnitState(
                        row.getString("name"),
                        Level.valueOf(row.getString("level")),
                        UnitForm.valueOf(row.getString("form")),
                        row.getString("kind"),
                        parent == null ? null : new UnitId(parent)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
