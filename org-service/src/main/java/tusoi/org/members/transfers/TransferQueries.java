package tusoi.org.members.transfers;

import java.time.LocalDate;
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
    private static final String VIEW = """
            select t.id, t.member_id, p.full_name, t.from_unit_id, f.code as from_unit_code, t.to_unit_id, u.code as to_unit_code,
                   t.outside, t.state, t.requested_on, t.presented_on, t.closed_on, t.reason, t.version
            from org.transfer t
                left join org.unit f on f.id = t.from_unit_id
                left join org.unit u on u.id = t.to_unit_id
                left join org.member m on m.id = t.member_id
                left join org.person p on p.id = m.person_id
            where (t.from_unit_id in (select scope.units_with('MEMBER_READ'))
                   or t.to_unit_id in (select scope.units_with('MEMBER_READ')))
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

    TransferView byId(UUID id, LocalDate today) {
        return jdbc.sql(VIEW + " and t.id = ?")
                .param(id)
                .query(Row.class)
                .optional()
                .map(row -> view(row, today))
                .orElseThrow(() -> ProblemException.notFound("The transfer"));
    }

    /** Of a unit with everything under it today, either side. */
    Page<TransferView> list(@Nullable UUID unit, @Nullable String state, LocalDate today, PageRequest page) {
        UUID after = page.after() == null ? null : Cursor.parse(page.after(), 1).id(0);
        List<TransferView> found = jdbc
                .sql(VIEW + """
                         and (:unit::uuid is null or exists (
                                select 1 from scope.closure c
                                where c.ancestor_id = :unit::uuid and c.unit_id in (t.from_unit_id, t.to_unit_id)
                                  and c.recorded_to = 'infinity' and c.valid_to > :today))
                         and (:state::text is null or t.state = :state::text)
                         and (:after::uuid is null or t.id < :after::uuid)
                        order by t.id desc limit :limit
                        """)
                .param("unit", unit)
                .param("today", today)
                .param("state", state)
                .param("after", after)
                .param("limit", page.size() + 1)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> view(row, today))
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
