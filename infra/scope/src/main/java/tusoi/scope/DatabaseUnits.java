package tusoi.scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseUnits implements Units {
    private static final String COLUMNS = """
            select v.unit_id, v.code, v.name, v.level, v.form, v.kind, v.parent_id,
                   v.valid_from, nullif(v.valid_to, 'infinity') as valid_to, v.version
            """;
    /** Null asks for what is known now, which the indexes on open rows answer. */
    private static final String KNOWN = """
             and %1$s.valid_from <= :day and :day < %1$s.valid_to
             and %1$s.recorded_from <= coalesce(:known::timestamptz, 'infinity')
             and %1$s.recorded_to > coalesce(:known::timestamptz, %1$s.recorded_from)
             and (:known::timestamptz is not null or %1$s.recorded_to = 'infinity')
            """;

    private final JdbcClient jdbc;

    DatabaseUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Unit> find(UUID id, LocalDate asOf, @Nullable Instant knownAt) {
        return at(COLUMNS + " from scope.unit_version v where v.unit_id = :id " + KNOWN.formatted("v"), asOf, knownAt)
                .param("id", id)
                .query(DatabaseUnits::unit)
                .optional();
    }

    @Override
    public Optional<Unit> byCode(String code, LocalDate asOf, @Nullable Instant knownAt) {
        return at(
                        COLUMNS + " from scope.unit_version v where lower(v.code) = lower(:code) "
                                + KNOWN.formatted("v"),
                        asOf,
                        knownAt)
                .param("code", code)
                .query(DatabaseUnits::unit)
                .optional();
    }

    @Override
    public Optional<UUID> idOf(String code) {
        return jdbc.sql("""
                        select unit_id from scope.unit_version
                         where lower(code) = lower(:code)
                         order by (recorded_to = 'infinity') desc, recorded_from desc, unit_id
                         limit 1
                        """).param("code", code).query(UUID.class).optional();
    }

    @Override
    public List<Unit> path(UUID id, LocalDate asOf, @Nullable Instant knownAt) {
        return at(COLUMNS + """
                         from scope.closure c join scope.unit_version v on v.unit_id = c.ancestor_id
                        where c.unit_id = :id
                        """ + KNOWN.formatted("c") + KNOWN.formatted("v") + " order by c.depth desc", asOf, knownAt)
                .param("id", id)
                .query(DatabaseUnits::unit)
                .list();
    }

    @Override
    public List<Unit> children(UUID id, LocalDate asOf, @Nullable Instant knownAt) {
        return at(
                        COLUMNS + " from scope.unit_version v where v.parent_id = :id " + KNOWN.formatted("v")
                                + " order by v.code",
                        asOf,
                        knownAt)
                .param("id", id)
                .query(DatabaseUnits::unit)
                .list();
    }

    @Override
    public List<Unit> subtree(UUID id, LocalDate asOf, @Nullable Instant knownAt) {
        List<Unit> units = at(COLUMNS + """
                         from scope.closure c join scope.unit_version v on v.unit_id = c.unit_id
                        where c.ancestor_id = :id
                        """ + KNOWN.formatted("c") + KNOWN.formatted("v"), asOf, knownAt)
                .param("id", id)
                .query(DatabaseUnits::unit)
                .list();
        return inTreeOrder(id, units);
    }

    @Override
    public boolean isUnder(UUID id, UUID ancestor, LocalDate asOf) {
        return at(
                        "select exists (select from scope.closure c where c.unit_id = :id and c.ancestor_id = :ancestor "
                                + KNOWN.formatted("c") + ")",
                        asOf,
                        null)
                .param("id", id)
                .param("ancestor", ancestor)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec at(String sql, LocalDate asOf, @Nullable Instant knownAt) {
        return jdbc.sql(sql)
                .param("day", asOf)
                .param("known", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
    }

    private static List<Unit> inTreeOrder(UUID root, List<Unit> units) {
        Map<UUID, List<Unit>> children = new HashMap<>();
        Optional<Unit> top = Optional.empty();
        for (Unit unit : units) {
            if (unit.id().equals(root)) {
                top = Optional.of(unit);
            } else if (unit.parent() != null) {
                children.computeIfAbsent(unit.parent(), parent -> new ArrayList<>())
                        .add(unit);
            }
        }
        children.values().forEach(siblings -> siblings.sort(Comparator.comparing(Unit::code)));
        List<Unit> ordered = new ArrayList<>(units.size());
        top.ifPresent(unit -> append(unit, children, ordered));
        return ordered;
    }

    private static void append(Unit unit, Map<UUID, List<Unit>> children, List<Unit> ordered) {
        ordered.add(unit);
        children.getOrDefault(unit.id(), List.of()).forEach(child -> append(child, children, ordered));
    }

    private static Unit unit(ResultSet rs, int row) throws SQLException {
        return new Unit(
                rs.getObject("unit_id", UUID.class),
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("level"),
                rs.getString("form"),
                rs.getString("kind"),
                rs.getObject("parent_id", UUID.class),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getLong("version"));
    }
}
