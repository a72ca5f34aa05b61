package tusoi.org.units.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.text.Texts;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Units within the caller's scope, as of a day, as known at an instant. */
@Component
@Transactional(readOnly = true)
public class UnitQueries {
    private static final String SEEN = """
            from scope.unit_version v join org.unit u on u.id = v.unit_id
            where v.unit_id in (select scope.units_with('UNIT_READ'))
              and v.valid_from <= :asOf and v.valid_to > :asOf
              and v.recorded_from <= :knownAt and v.recorded_to >= :knownAt
              and (v.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
            """;
    private static final String COLUMNS = """
            select v.unit_id, v.code, v.name, v.level, v.form, v.kind, v.parent_id, v.valid_from,
                   nullif(v.valid_to, 'infinity') as valid_to,
                   case when :knownAt = 'infinity'::timestamptz then u.version
                        else (select max(r.version) from scope.unit_record r
                               where r.unit_id = v.unit_id and r.recorded_from <= :knownAt) end as version
            """;

    private final JdbcClient jdbc;

    public UnitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which units of a list are wanted. */
    public record Wanted(
            @Nullable String q,
            @Nullable UUID parent,
            @Nullable String level,
            LocalDate asOf,
            @Nullable Instant knownAt) {}

    public Page<UnitView> list(Wanted wanted, PageRequest page) {
        List<UnitView> found = jdbc.sql(COLUMNS + SEEN + """
                          and (:parent::uuid is null or v.parent_id = :parent)
                          and (:level::text is null or v.level = :level)
                          and (:q::text is null or lower(v.code) like :code or org.folded(v.name) like :folded)
                          and (:after::text is null or v.code collate "C" > :after)
                        order by v.code collate "C"
                        limit :limit
                        """)
                .param("asOf", wanted.asOf())
                .param("knownAt", instant(wanted.knownAt()))
                .param("parent", wanted.parent())
                .param("level", wanted.level())
                .param("q", wanted.q())
                .param("code", wanted.q() == null ? null : Texts.containing(wanted.q()))
                .param("folded", wanted.q() == null ? null : Texts.containing(wanted.q()))
                .param(
                        "after",
                        page.after() == null
                                ? null
                                : Cursor.parse(page.after(), 1).values().getFirst())
                .param("limit", page.size() + 1)
                .query((row, n) -> view(row))
                .list();
        return Cursor.page(found, page.size(), unit -> Cursor.of(unit.code()));
    }

    public Optional<UnitView> byId(UUID id, LocalDate asOf, @Nullable Instant knownAt) {
        return jdbc.sql(COLUMNS + SEEN + " and v.unit_id = :id")
                .param("asOf", asOf)
                .param("knownAt", instant(knownAt))
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** The unit's own history; empty where it is out of scope. */
    public List<UnitView> history(UUID id, @Nullable Instant knownAt) {
        return jdbc.sql(COLUMNS + """
                        from scope.unit_version v join org.unit u on u.id = v.unit_id
                        where v.unit_id = :id and v.unit_id in (select scope.units_with('UNIT_READ'))
                          and v.recorded_from <= :knownAt and v.recorded_to >= :knownAt
                          and (v.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                        order by v.valid_from
                        """)
                .param("id", id)
                .param("knownAt", instant(knownAt))
                .query((row, n) -> view(row))
                .list();
    }

    /** The unit first, then what is under it down to the depth, in the order of codes. */
    public List<UnitView> subtree(UUID root, int depth, LocalDate asOf, @Nullable Instant knownAt) {
        return jdbc.sql("with recursive seen as (" + COLUMNS + SEEN + """
                        ), under as (
                            select s.*, 0 as depth from seen s where s.unit_id = :root
                            union all
                            select s.*, u.depth + 1 from under u join seen s on s.parent_id = u.unit_id
                            where u.depth < :depth
                        ) select * from under order by depth, code collate "C"
                        """)
                .param("asOf", asOf)
                .param("knownAt", instant(knownAt))
                .param("root", root)
                .param("depth", depth)
                .query((row, n) -> view(row))
                .list();
    }

    /** Units of the caller's scope whose parent is not in it. */
    public List<UUID> tops(LocalDate asOf, @Nullable Instant knownAt) {
        return jdbc.sql("with seen as (" + COLUMNS + SEEN + """
                        ) select s.unit_id from seen s
                        where s.parent_id is null or s.parent_id not in (select p.unit_id from seen p)
                        order by s.code collate "C"
                        """)
                .param("asOf", asOf)
                .param("knownAt", instant(knownAt))
                .query(UUID.class)
                .list();
    }

    private static UnitView view(ResultSet row) throws SQLException {
        return new UnitView(
                row.getObject("unit_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("level"),
                row.getString("form"),
                row.getString("kind"),
                row.getObject("parent_id", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("version"));
    }

    private static OffsetDateTime instant(@Nullable Instant knownAt) {
        return knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
    }
}
