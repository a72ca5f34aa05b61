package tusoi.org.members.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.calendar.HolidaySource;
import tusoi.org.calendar.WorkingDays;
import tusoi.org.members.domain.MemberRules;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Basis;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Transfers as either side reads them, newest first, with how their clocks stand. */
@Component
@Transactional(readOnly = true)
class TransferQueries {
    /** As known at an instant; as of a day, if one is asked for, an end of a later day has not come yet. */
    private static final String VIEW = """
            select * from (
                select t.id, t.member_id, coalesce(was.full_name, p.full_name) as full_name, t.from_unit_id,
                       f.code as from_unit_code, t.to_unit_id, u.code as to_unit_code, t.outside,
                       case when open.still then 'REQUESTED' else v.state end as state, t.requested_on,
                       case when v.presented_on <= :asOf then v.presented_on end as presented_on,
                       case when not open.still then v.closed_on end as closed_on,
                       case when not open.still then v.reason end as reason, v.version
                from org.transfer t
                    join org.transfer_version v on v.id = t.id
                        and v.recorded_from <= :known and v.recorded_to >= :known
                        and (v.recorded_to > :known or :known = 'infinity'::timestamptz)
                    cross join lateral (select coalesce(v.closed_on > :asOf, false) as still) open
                    left join org.unit f on f.id = t.from_unit_id
                    left join org.unit u on u.id = t.to_unit_id
                    left join org.member m on m.id = t.member_id
                    left join org.person p on p.id = m.person_id
                    left join lateral (
                        select o.full_name from org.superseded_person o
                        where o.person_id = p.id and o.recorded_to > :known order by o.recorded_to limit 1) was on true
                where t.requested_on <= :asOf
                  and (t.from_unit_id in (select scope.units_with('MEMBER_READ'))
                       or t.to_unit_id in (select scope.units_with('MEMBER_READ')))) t
            where true
            """;

    private final JdbcClient jdbc;
    private final TransferRules rules;

    TransferQueries(JdbcClient jdbc, TransferRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** As kept. */
    record Row(
            UUID id,
            UUID memberId,
            @Nullable String fullName,
            @Nullable UUID fromUnitId,
            @Nullable String fromUnitCode,
            @Nullable UUID toUnitId,
            @Nullable String toUnitCode,
            @Nullable String outside,
            String state,
            LocalDate requestedOn,
            @Nullable LocalDate presentedOn,
            @Nullable LocalDate closedOn,
            @Nullable String reason,
            long version) {}

    /**
     * How many working days have gone by on the day asked, of how many; the last day in time.
     *
     * @param rule the clock's rule
     * @param basis where the number of days comes from, and how sure that is
     * @param holidays the same of the holidays that were left out
     */
    record ClockView(
            String rule,
            int workingDays,
            int workingDaysAllowed,
            LocalDate dueOn,
            boolean runOut,
            Basis basis,
            HolidaySource holidays) {}

    /**
     * @param fullName absent for a side that does not see the member any more
     * @param clocks of an open one
     */
    record TransferView(
            UUID id,
            UUID memberId,
            @Nullable String fullName,
            @Nullable UUID fromUnitId,
            @Nullable String fromUnitCode,
            @Nullable UUID toUnitId,
            @Nullable String toUnitCode,
            @Nullable String outside,
            String state,
            LocalDate requestedOn,
            @Nullable LocalDate presentedOn,
            @Nullable LocalDate closedOn,
            @Nullable String reason,
            long version,
            List<ClockView> clocks) {}

    /**
     * When a transfer is looked at: as it stood on a day, as known at an instant.
     *
     * @param asOf null for everything that is recorded, of later days too
     * @param knownAt null for what is known by now
     */
    record Look(
            LocalDate today,
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt) {
        static Look now(LocalDate today) {
            return new Look(today, null, null);
        }

        /** The day that clocks go by. */
        LocalDate day() {
            return asOf == null ? today : asOf;
        }
    }

    /** What a transfer was held to be from an instant on. */
    record TransferVersionView(
            long version,
            OffsetDateTime recordedFrom,
            @Nullable OffsetDateTime recordedTo,
            String state,
            @Nullable LocalDate presentedOn,
            @Nullable LocalDate closedOn,
            @Nullable String reason) {}

    /** Oldest first; 404 as {@link #byId}. */
    List<TransferVersionView> versions(UUID id, LocalDate today) {
        byId(id, Look.now(today));
        return jdbc.sql("""
                        select version, recorded_from, nullif(recorded_to, 'infinity') as recorded_to, state, presented_on, closed_on,
                               reason
                        from org.transfer_version where id = ? order by version limit 200
                        """).param(id).query(TransferVersionView.class).list();
    }

    TransferView byId(UUID id, Look look) {
        return at(VIEW + " and t.id = :id", look)
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(row -> view(row, look.day()))
                .orElseThrow(() -> ProblemException.notFound("The transfer"));
    }

    private JdbcClient.StatementSpec at(String sql, Look look) {
        Instant knownAt = look.knownAt();
        return jdbc.sql(sql)
                .param("known", knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC))
                .param("asOf", look.asOf() == null ? LocalDate.MAX : look.asOf());
    }

    /** Of a unit with everything under it on the day or later, either side. */
    Page<TransferView> list(@Nullable UUID unit, @Nullable String state, Look look, PageRequest page) {
        UUID after = page.after() == null ? null : Cursor.parse(page.after(), 1).id(0);
        List<TransferView> found = at(VIEW + """
                         and (:unit::uuid is null or exists (
                                select 1 from scope.closure c
                                where c.ancestor_id = :unit::uuid and c.unit_id in (t.from_unit_id, t.to_unit_id)
                                  and c.recorded_from <= :known and c.recorded_to >= :known
                                  and (c.recorded_to > :known or :known = 'infinity'::timestamptz) and c.valid_to > :today))
                         and (:state::text is null or t.state = :state::text)
                         and (:after::uuid is null or t.id < :after::uuid)
                        order by t.id desc limit :limit
                        """, look)
                .param("unit", unit)
                .param("today", look.day())
                .param("state", state)
                .param("after", after)
                .param("limit", page.size() + 1)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> view(row, look.day()))
                .toList();
        return Cursor.page(found, page.size(), view -> Cursor.of(view.id()));
    }

    private TransferView view(Row row, LocalDate today) {
        return new TransferView(
                row.id(),
                row.memberId(),
                row.fullName(),
                row.fromUnitId(),
                row.fromUnitCode(),
                row.toUnitId(),
                row.toUnitCode(),
                row.outside(),
                row.state(),
                row.requestedOn(),
                row.presentedOn(),
                row.closedOn(),
                row.reason(),
                row.version(),
                row.state().equals("REQUESTED") ? clocks(row.requestedOn(), today) : List.of());
    }

    private List<ClockView> clocks(LocalDate requestedOn, LocalDate today) {
        RuleProfile profile = rules.on(today);
        WorkingDays days = rules.days();
        return List.of(MemberRules.ORG_59, MemberRules.ORG_60).stream()
                .map(rule -> {
                    int allowed = profile.number(rule, "workingDays").intValue();
                    int taken = days.between(requestedOn, today);
                    return new ClockView(
                            rule.code(),
                            taken,
                            allowed,
                            days.after(requestedOn, allowed),
                            taken > allowed,
                            Basis.of(profile, rule),
                            rules.holidays());
                })
                .toList();
    }
}
