package tusoi.org.workingrules;

import io.swagger.v3.oas.annotations.media.Schema;
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
import tusoi.org.workingrules.domain.WorkingRules;
import tusoi.org.workingrules.domain.WorkingRules.Attachment;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Working rules within the caller's scope, as of a day, as known at an instant. */
@Component
@Transactional(readOnly = true)
class WorkingRulesQueries {
    private static final String UNITS = """
            with unit as (
                select u.unit_id, u.code, u.name,
                       exists (select 1 from org.working_rules_version w
                               where w.unit_id = u.unit_id and w.valid_from <= :asOf and w.valid_to > :asOf
                                 and w.recorded_from <= :knownAt and w.recorded_to >= :knownAt
                                 and (w.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)) as has_rules
                from scope.unit_version u
                where u.unit_id in (select org.under(:unit, :asOf, :knownAt))
                  and u.form = :form and u.level <> 'PARTY_GROUP'
                  and u.valid_from <= :asOf and u.valid_to > :asOf
                  and u.recorded_from <= :knownAt and u.recorded_to >= :knownAt
                  and (u.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
            )
            """;

    private final JdbcClient jdbc;
    private final WorkingRulesStore store;

    WorkingRulesQueries(JdbcClient jdbc, WorkingRulesStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Schema(name = "WorkingRulesView")
    record View(
            UUID id,
            UUID unitId,
            String documentNumber,
            LocalDate adoptedOn,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Attachment attachment,
            List<Assigned> tasks,
            @Nullable String reason,
            long version) {}

    /** A meeting's minutes have tasks of another kind. */
    @Schema(name = "WorkingRulesTask")
    record Assigned(UUID memberId, String task) {}

    record Without(UUID unitId, String unitCode, String unitName) {}

    /** How many units of a form there are under one, how many of them have working rules in force, and which have none. */
    record Coverage(long units, long withRules, Page<Without> without) {}

    record Unassigned(UUID memberId, String fullName, UUID unitId) {}

    /** A unit, the form asked for, the day and the instant of a question. */
    record Wanted(
            UUID unit,
            String form,
            LocalDate asOf,
            @Nullable Instant knownAt) {
        OffsetDateTime instant() {
            return knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
        }
    }

    Optional<View> one(UUID id, @Nullable Instant knownAt) {
        return jdbc.sql("""
                        select *, nullif(valid_to, 'infinity') as until from org.working_rules_version w
                        where w.id = :id and w.unit_id in (select scope.units_with('MEMBER_READ'))
                          and w.recorded_from <= :knownAt and w.recorded_to >= :knownAt
                          and (w.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                        """)
                .param("id", id)
                .param("knownAt", knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC))
                .query((row, n) -> view(row))
                .optional();
    }

    /** Of the unit itself, the former ones too. */
    List<View> of(UUID unit) {
        return jdbc.sql("""
                        select *, nullif(valid_to, 'infinity') as until from org.working_rules_version
                        where unit_id = ? and recorded_to = 'infinity' order by valid_from limit 200
                        """).param(unit).query((row, n) -> view(row)).list();
    }

    Coverage coverage(Wanted wanted, PageRequest page) {
        long[] counts = asked(UNITS + "select count(*), count(*) filter (where has_rules) from unit", wanted)
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 1);
        List<Without> without = asked(UNITS + """
                        select unit_id, code as unit_code, name as unit_name from unit
                        where not has_rules and (:after::text is null or code collate "C" > :after)
                        order by code collate "C" limit :limit
                        """, wanted)
                .param("after", after == null ? null : after.values().getFirst())
                .param("limit", page.size() + 1)
                .query(Without.class)
                .list();
        return new Coverage(
                counts[0], counts[1], Cursor.page(without, page.size(), unit -> Cursor.of(unit.unitCode())));
    }

    /** Members at home under the unit to whom the working rules in force in their branch give no task. */
    Page<Unassigned> unassigned(Wanted wanted, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 1);
        List<Unassigned> found = jdbc.sql("""
                        select s.member_id, p.full_name, s.unit_id
                        from org.membership_version s
                            join org.member m on m.id = s.member_id
                            join org.person p on p.id = m.person_id
                        where s.unit_id in (select org.under(:unit, :asOf, :knownAt))
                          and s.valid_from <= :asOf and s.valid_to > :asOf
                          and s.recorded_from <= :knownAt and s.recorded_to >= :knownAt
                          and (s.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                          and not s.exempt and not s.suspended
                          and not exists (
                              select 1 from org.working_rules_version w
                              where w.unit_id = s.unit_id and w.valid_from <= :asOf and w.valid_to > :asOf
                                and w.recorded_from <= :knownAt and w.recorded_to >= :knownAt
                                and (w.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                                and w.tasks @> jsonb_build_array(jsonb_build_object('memberId', s.member_id)))
                          and (:after::uuid is null or s.member_id > :after)
                        order by s.member_id
                        limit :limit
                        """)
                .param("unit", wanted.unit())
                .param("asOf", wanted.asOf())
                .param("knownAt", wanted.instant())
                .param("after", after == null ? null : after.id(0))
                .param("limit", page.size() + 1)
                .query(Unassigned.class)
                .list();
        return Cursor.page(found, page.size(), member -> Cursor.of(member.memberId()));
    }

    private JdbcClient.StatementSpec asked(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("unit", wanted.unit())
                .param("form", wanted.form())
                .param("asOf", wanted.asOf())
                .param("knownAt", wanted.instant());
    }

    private View view(ResultSet row) throws SQLException {
        WorkingRules rules = store.rules(row);
        return new View(
                rules.id(),
                rules.unit(),
                rules.documentNumber(),
                rules.adoptedOn(),
                rules.validFrom(),
                rules.validTo(),
                rules.attachment(),
                rules.tasks().stream()
                        .map(task -> new Assigned(task.memberId(), task.task()))
                        .toList(),
                row.getString("reason"),
                row.getLong("version"));
    }
}
