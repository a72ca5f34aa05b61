package tusoi.org.dues;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.dues.DuesViews.Arrears;
import tusoi.org.dues.DuesViews.Book;
import tusoi.org.dues.DuesViews.Month;
import tusoi.org.dues.DuesViews.OfMember;
import tusoi.org.dues.DuesViews.Through;
import tusoi.org.dues.domain.DuesMonth;
import tusoi.org.dues.domain.DuesRules;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Basis;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Where members stand with their dues, as of a day, as known at an instant. */
@Component
@Transactional(readOnly = true)
class DuesQueries {
    private static final int YEARS_BACK = 3;
    private static final String AT_HOME = """
            select s.member_id, s.unit_id
            from org.membership_version s
            where s.unit_id in (select org.under(:unit, :asOf, :knownAt))
              and s.valid_from <= :asOf and s.valid_to > :asOf
              and s.recorded_from <= :knownAt and s.recorded_to >= :knownAt
              and (s.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
              and (:after::uuid is null or s.member_id > :after)
            """;

    private final JdbcClient jdbc;
    private final RuleProfiles profiles;

    DuesQueries(JdbcClient jdbc, RuleProfiles profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    /** The day and the instant of a question. */
    record When(LocalDate asOf, @Nullable Instant knownAt) {
        OffsetDateTime instant() {
            return knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
        }
    }

    private record Line(UUID member, UUID unit, DuesMonth month, Month view) {}

    /** The months of the three years before the day, and a year ahead of it; 404 where nothing of the member is in scope. */
    OfMember ofMember(UUID member, When when) {
        boolean read = jdbc.sql("""
                        select exists (select 1 from org.member m
                                       where m.id = ? and m.unit_id in (select scope.units_with('MEMBER_READ')))
                        """).param(member).query(Boolean.class).single();
        if (!read) {
            throw ProblemException.notFound("The member");
        }
        List<Line> lines = lines(List.of(member), when);
        return new OfMember(
                member, paidThrough(lines), lines.stream().map(Line::view).toList(), rates(when.asOf()));
    }

    /** Of who is at home under the unit on the day. */
    Page<Through> paidThrough(UUID unit, When when, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 1);
        Map<UUID, UUID> homes = new LinkedHashMap<>();
        asked(AT_HOME + " order by s.member_id limit :limit", unit, when, after)
                .param("limit", page.size() + 1)
                .query(row -> {
                    homes.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        Map<UUID, List<Line>> byMember = new LinkedHashMap<>();
        lines(List.copyOf(homes.keySet()), when)
                .forEach(line -> byMember.computeIfAbsent(line.member(), key -> new ArrayList<>())
                        .add(line));
        List<Through> found = homes.entrySet().stream()
                .map(home -> new Through(
                        home.getKey(), home.getValue(), paidThrough(byMember.getOrDefault(home.getKey(), List.of()))))
                .toList();
        return Cursor.page(found, page.size(), one -> Cursor.of(one.memberId()));
    }

    /** Members with months of the day's year that were closed without their dues. */
    Page<Arrears> arrears(UUID unit, When when, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 1);
        List<Arrears> found = asked("with home as materialized (" + AT_HOME + """
                        )
                        select h.member_id, h.unit_id, array_agg(to_char(d.month, 'YYYY-MM') order by d.month) as months
                        from org.dues_months(array(select member_id from home), :from, :to, :asOf, :knownAt) d
                            join home h on h.member_id = d.member_id
                        where d.state = 'UNPAID'
                        group by h.member_id, h.unit_id
                        order by h.member_id
                        limit :limit
                        """, unit, when, after)
                .param("from", LocalDate.of(when.asOf().getYear(), 1, 1))
                .param("to", when.asOf().withDayOfMonth(1))
                .param("limit", page.size() + 1)
                .query((row, n) -> new Arrears(
                        row.getObject("member_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        texts(row.getArray("months"))))
                .list();
        return Cursor.page(found, page.size(), one -> Cursor.of(one.memberId()));
    }

    Book book(UUID unit, YearMonth month, When when) {
        LocalDate last = month.atEndOfMonth();
        return jdbc.sql("""
                        select count(*) as members,
                               count(*) filter (where d.state = 'PAID') as paid,
                               count(*) filter (where d.state in ('EXEMPT', 'EXCUSED')) as relieved,
                               count(*) filter (where d.state = 'UNPAID') as unpaid,
                               count(*) filter (where d.state = 'OPEN') as open,
                               coalesce(sum(d.amount), 0) as amount,
                               (select b.closed_on from org.dues_book b
                                where b.unit_id = :unit and b.month = :month and b.closed_on <= :asOf
                                  and b.recorded_from <= :knownAt) as closed_on
                        from org.dues_months(
                            array(select s.member_id from org.membership_version s
                                  where s.unit_id = :unit and s.valid_from <= :last and s.valid_to > :last
                                    and s.recorded_from <= :knownAt and s.recorded_to >= :knownAt
                                    and (s.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)),
                            :month, :month, :asOf, :knownAt) d
                        """)
                .param("unit", unit)
                .param("month", month.atDay(1))
                .param("last", last)
                .param("asOf", when.asOf())
                .param("knownAt", when.instant())
                .query((row, n) -> new Book(
                        unit,
                        month.toString(),
                        row.getLong("members"),
                        row.getLong("paid"),
                        row.getLong("relieved"),
                        row.getLong("unpaid"),
                        row.getLong("open"),
                        row.getLong("amount"),
                        row.getObject("closed_on", LocalDate.class),
                        rates(last)))
                .single();
    }

    /** None of a day before the first rates that are kept. */
    private @Nullable Basis rates(LocalDate day) {
        return profiles.all().stream()
                .filter(profile -> profile.topic().equals("dues") && profile.isInForceOn(day))
                .findFirst()
                .map(profile -> Basis.of(profile, DuesRules.ORG_112))
                .orElse(null);
    }

    private JdbcClient.StatementSpec asked(String sql, UUID unit, When when, @Nullable Cursor after) {
        return jdbc.sql(sql)
                .param("unit", unit)
                .param("asOf", when.asOf())
                .param("knownAt", when.instant())
                .param("after", after == null ? null : after.id(0));
    }

    private List<Line> lines(List<UUID> members, When when) {
        LocalDate month = when.asOf().withDayOfMonth(1);
        return jdbc.sql("""
                        select * from org.dues_months(:members::uuid[], :from, :to, :asOf, :knownAt) order by member_id, month
                        """)
                .param("members", SqlArrays.of("uuid", members, member -> member))
                .param("from", month.minusYears(YEARS_BACK).withDayOfYear(1))
                .param("to", month.plusYears(1))
                .param("asOf", when.asOf())
                .param("knownAt", when.instant())
                .query((row, n) -> line(row))
                .list();
    }

    private static @Nullable String paidThrough(List<Line> lines) {
        YearMonth through =
                DuesMonth.paidThrough(lines.stream().map(Line::month).toList());
        return through == null ? null : through.toString();
    }

    private static Line line(ResultSet row) throws SQLException {
        YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
        UUID unit = row.getObject("unit_id", UUID.class);
        String state = row.getString("state");
        return new Line(
                row.getObject("member_id", UUID.class),
                unit,
                new DuesMonth(month, DuesMonth.State.valueOf(state)),
                new Month(
                        month.toString(),
                        unit,
                        state,
                        row.getObject("amount", Long.class),
                        row.getObject("paid_on", LocalDate.class),
                        row.getObject("version", Long.class)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
