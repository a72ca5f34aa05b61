package tusoi.org.dues;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.dues.DuesQueries.When;
import tusoi.org.roster.Months;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Branch-months whose book nobody has closed: of them it is not known who owes. */
@Component
@Transactional(readOnly = true)
class BookQueries {
    private static final String BRANCH_MONTHS = """
            with branch_month as materialized (
                select m.day, u.unit_id, u.code, u.name, b.closed_on
                from (select g::date as day, (g + interval '1 month' - interval '1 day')::date as last_day
                      from generate_series(:from::date, :to::date, interval '1 month') as g) m
                    cross join lateral org.under(:unit, m.last_day, :knownAt) as x(unit_id)
                    join scope.unit_version u
                        on u.unit_id = x.unit_id and u.form = 'BRANCH' and u.level <> 'PARTY_GROUP'
                        and u.valid_from <= m.last_day and u.valid_to > m.last_day
                        and u.recorded_from <= :knownAt and u.recorded_to >= :knownAt
                        and (u.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                    left join org.dues_book b
                        on b.unit_id = u.unit_id and b.month = m.day and b.closed_on <= :asOf and b.recorded_from <= :knownAt
            )
            """;

    private final JdbcClient jdbc;

    BookQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record OpenBook(UUID unitId, String unitCode, String unitName, String month) {}

    /** Counted where the branch lived on the month's last day. */
    record OpenBooks(long branchMonths, long closed, Page<OpenBook> open) {}

    /** Of months that are over on the day. */
    OpenBooks open(UUID unit, Months.Span span, When when, PageRequest page) {
        YearMonth over = YearMonth.from(when.asOf().plusDays(1)).minusMonths(1);
        LocalDate last = (span.to().isAfter(over) ? over : span.to()).atDay(1);
        long[] counts = asked("select count(*), count(closed_on) from branch_month", unit, span, last, when)
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 2);
        List<OpenBook> found = asked("""
                        select unit_id, code as unit_code, name as unit_name, to_char(day, 'YYYY-MM') as month
                        from branch_month
                        where closed_on is null
                          and (:after::text is null
                               or (to_char(day, 'YYYY-MM'), code collate "C") > (:after, :afterCode collate "C"))
                        order by to_char(day, 'YYYY-MM'), code collate "C"
                        limit :limit
                        """, unit, span, last, when)
                .param("after", after == null ? null : after.values().get(0))
                .param("afterCode", after == null ? null : after.values().get(1))
                .param("limit", page.size() + 1)
                .query(OpenBook.class)
                .list();
        return new OpenBooks(
                counts[0],
                counts[1],
                Cursor.page(found, page.size(), book -> Cursor.of(book.month(), book.unitCode())));
    }

    private JdbcClient.StatementSpec asked(String sql, UUID unit, Months.Span span, LocalDate last, When when) {
        return jdbc.sql(BRANCH_MONTHS + sql)
                .param("unit", unit)
                .param("from", span.from().atDay(1))
                .param("to", last)
                .param("asOf", when.asOf())
                .param("knownAt", when.instant());
    }
}
