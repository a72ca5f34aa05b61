package tusoi.org.meetings.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.meetings.figures.MeetingFigureViews.Attended;
import tusoi.org.meetings.figures.MeetingFigureViews.Missing;
import tusoi.org.meetings.figures.MeetingFigureViews.MissingMonths;
import tusoi.org.meetings.figures.MeetingFigureViews.Visited;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** What is seen over many meetings: months without one, how members attended, where superiors have been. */
@Component
@Transactional(readOnly = true)
class MeetingFigures {
    private static final String BRANCH_MONTHS = """
            with month as (
                select m.day::date as day, (m.day + interval '1 month' - interval '1 day')::date as last_day
                from generate_series(:from::date, :to::date, interval '1 month') as m(day)
            ), branch_month as materialized (
                select m.day, u.unit_id, u.code, u.name
                from month m
                    cross join lateral org.under(:unit, m.last_day, :knownAt) as x(unit_id)
                    join scope.unit_version u
                        on u.unit_id = x.unit_id and u.form = 'BRANCH' and u.level <> 'PARTY_GROUP'
                        and u.valid_from <= m.last_day and u.valid_to > m.last_day
                        and u.recorded_from <= :knownAt and u.recorded_to >= :knownAt
                        and (u.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
            ), held as materialized (
                select distinct v.unit_id, v.month
                from org.meeting_version v
                where v.kind = 'REGULAR' and v.state = 'HELD' and v.month between :from and :to
                  and v.recorded_from <= :knownAt and v.recorded_to >= :knownAt
                  and (v.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
            )
            """;

    private final JdbcClient jdbc;

    MeetingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of months that are over; {@code asOf} is the last day of which anything is asked. */
    MissingMonths missing(Wanted wanted, PageRequest page) {
        YearMonth over = YearMonth.from(wanted.asOf().plusDays(1)).minusMonths(1);
        YearMonth last = wanted.span().to().isAfter(over) ? over : wanted.span().to();
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 2);
        JdbcClient.StatementSpec counted = asked(BRANCH_MONTHS + """
                select count(*) as branch_months, count(h.unit_id) as held
                from branch_month b left join held h on h.unit_id = b.unit_id and h.month = b.day
                """, wanted, last);
        long[] counts = counted.query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        List<Missing> found = asked(BRANCH_MONTHS + """
                        select b.unit_id, b.code as unit_code, b.name as unit_name, to_char(b.day, 'YYYY-MM') as month
                        from branch_month b left join held h on h.unit_id = b.unit_id and h.month = b.day
                        where h.unit_id is null
                          and (:after::text is null
                               or (to_char(b.day, 'YYYY-MM'), b.code collate "C") > (:after, :afterCode collate "C"))
                        order by to_char(b.day, 'YYYY-MM'), b.code collate "C"
                        limit :limit
                        """, wanted, last)
                .param("after", after == null ? null : after.values().get(0))
                .param("afterCode", after == null ? null : after.values().get(1))
                .param("limit", page.size() + 1)
                .query(Missing.class)
                .list();
        return new MissingMonths(
                counts[0],
                counts[1],
                counts[0] - counts[1],
                Cursor.page(found, page.size(), one -> Cursor.of(one.month(), one.unitCode())));
    }

    private JdbcClient.StatementSpec asked(String sql, Wanted wanted, YearMonth last) {
        return jdbc.sql(sql)
                .param("unit", wanted.unit())
                .param("from", wanted.span().from().atDay(1))
                .param("to", last.atDay(1))
                .param("knownAt", wanted.instant());
    }

    /** By member and unit, of the meetings held in the span. */
    Page<Attended> attendance(Wanted wanted, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 2);
        LocalDate from = wanted.span().from().atDay(1);
        LocalDate to = wanted.span().to().atEndOfMonth();
        List<Attended> found = jdbc.sql("""
                        select a.member_id, a.unit_id, count(*) as called,
                               count(*) filter (where a.status = 'PRESENT') as present,
                               count(*) filter (where a.status = 'LATE') as late,
                               count(*) filter (where a.status = 'LEFT_EARLY') as left_early,
                               count(*) filter (where a.status = 'ABSENT') as absent,
                               count(*) filter (where a.status = 'ABSENT_EXCUSED') as excused
                        from org.meeting_version v
                            join org.meeting_attendance a on a.meeting_id = v.meeting_id and a.version = v.version
                        where v.unit_id in (select org.under(:unit, :asOf, :knownAt))
                          and v.state = 'HELD' and v.held_on between :from and least(:to, :asOf)
                          and v.recorded_from <= :knownAt and v.recorded_to >= :knownAt
                          and (v.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                          and (:after::uuid is null or (a.member_id, a.unit_id) > (:after, :afterUnit::uuid))
                        group by a.member_id, a.unit_id
                        order by a.member_id, a.unit_id
                        limit :limit
                        """)
                .param("unit", wanted.unit())
                .param("asOf", wanted.asOf())
                .param("knownAt", wanted.instant())
                .param("from", from)
                .param("to", to)
                .param("after", after == null ? null : after.id(0))
                .param("afterUnit", after == null ? null : after.id(1))
                .param("limit", page.size() + 1)
                .query(Attended.class)
                .list();
        return Cursor.page(found, page.size(), one -> Cursor.of(one.memberId(), one.unitId()));
    }

    /** Branches of the day with their meetings of the span and how many of them superiors attended. */
    Page<Visited> visits(Wanted wanted, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 1);
        List<Visited> found = jdbc.sql("""
                        select u.unit_id, u.code as unit_code, u.name as unit_name, count(v.meeting_id) as held,
                               count(*) filter (where jsonb_array_length(v.minutes -> 'superiors') > 0) as visited
                        from scope.unit_version u
                            left join org.meeting_version v
                                on v.unit_id = u.unit_id and v.state = 'HELD' and v.month between :from and :to
                                and v.recorded_from <= :knownAt and v.recorded_to >= :knownAt
                                and (v.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                        where u.unit_id in (select org.under(:unit, :asOf, :knownAt))
                          and u.form = 'BRANCH' and u.level <> 'PARTY_GROUP'
                          and u.valid_from <= :asOf and u.valid_to > :asOf
                          and u.recorded_from <= :knownAt and u.recorded_to >= :knownAt
                          and (u.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                          and (:after::text is null or u.code collate "C" > :after)
                        group by u.unit_id, u.code, u.name
                        order by u.code collate "C"
                        limit :limit
                        """)
                .param("unit", wanted.unit())
                .param("asOf", wanted.asOf())
                .param("knownAt", wanted.instant())
                .param("from", wanted.span().from().atDay(1))
                .param("to", wanted.span().to().atDay(1))
                .param("after", after == null ? null : after.values().getFirst())
                .param("limit", page.size() + 1)
                .query(Visited.class)
                .list();
        return Cursor.page(found, page.size(), one -> Cursor.of(one.unitCode()));
    }
}
