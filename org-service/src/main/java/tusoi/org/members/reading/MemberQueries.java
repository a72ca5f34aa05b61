package tusoi.org.members.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.text.Texts;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Members within the caller's scope, in the order of given names. */
@Component
@Transactional(readOnly = true)
public class MemberQueries {
    private static final int FETCH_ROWS = 1000;
    private static final String FIND = "select * from org.find_members(?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    MemberQueries(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.streaming.setFetchSize(FETCH_ROWS);
    }

    /** Which members of a list are wanted; the unit with everything under it on that day. */
    public record Wanted(
            @Nullable UUID unit,
            @Nullable String q,
            @Nullable String state,
            LocalDate asOf,
            @Nullable Instant knownAt) {}

    private record Line(MemberView view, String sortKey) {}

    public Page<MemberView> list(Wanted wanted, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 2);
        List<Line> found = jdbc.sql(FIND)
                .params(arguments(wanted, after, page.size() + 1))
                .query((row, n) -> new Line(view(row), row.getString("sort_key")))
                .list();
        Page<Line> lines = Cursor.page(
                found,
                page.size(),
                line -> Cursor.of(line.sortKey(), line.view().id()));
        return new Page<>(lines.items().stream().map(Line::view).toList(), lines.next());
    }

    /** One by one, as they come from the database. */
    public void stream(Wanted wanted, Consumer<MemberView> sink) {
        streaming.query(
                FIND,
                row -> {
                    sink.accept(view(row));
                },
                arguments(wanted, null, null).toArray());
    }

    /** As known then; empty where none of the member's homes is in a unit whose members the caller may read. */
    public Optional<MemberView.File> file(UUID id, @Nullable Instant knownAt) {
        OffsetDateTime known = known(knownAt);
        List<MemberView.Stay> stays = jdbc.sql("""
                        select s.valid_from, nullif(s.valid_to, 'infinity') as valid_to, s.unit_id, u.code, s.state, s.exempt,
                               s.suspended
                        from org.membership_version s join org.unit u on u.id = s.unit_id
                        where s.member_id = :id
                          and s.recorded_from <= :known and s.recorded_to >= :known
                          and (s.recorded_to > :known or :known = 'infinity'::timestamptz)
                          and (s.unit_id in (select scope.units_with('MEMBER_READ'))
                               or exists (select 1 from org.member m
                                          where m.id = :id and m.unit_id in (select scope.units_with('MEMBER_READ'))))
                        order by s.valid_from
                        """)
                .param("id", id)
                .param("known", known)
                .query((row, n) -> new MemberView.Stay(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("code"),
                        row.getString("state"),
                        row.getBoolean("exempt"),
                        row.getBoolean("suspended")))
                .list();
        if (stays.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select m.reference, coalesce(was.full_name, p.full_name) as full_name,
                               coalesce(was.birth_date, p.birth_date) as birth_date, coalesce(was.gender, p.gender) as gender,
                               case when days.recorded_to is null then m.admitted_on else days.admitted_on end as admitted_on,
                               case when days.recorded_to is null then m.recognised_on else days.recognised_on end
                                   as recognised_on,
                               (select max(s.version) from org.membership_version s
                                where s.member_id = m.id and s.recorded_from <= :known) as version
                        from org.member m join org.person p on p.id = m.person_id
                            left join lateral (select * from org.superseded_person o
                                               where o.person_id = p.id and o.recorded_to > :known
                                               order by o.recorded_to limit 1) was on true
                            left join lateral (select * from org.superseded_days d
                                               where d.member_id = m.id and d.recorded_to > :known
                                               order by d.recorded_to limit 1) days on true
                        where m.id = :id
                        """)
                .param("id", id)
                .param("known", known)
                .query((row, n) -> new MemberView.File(
                        id,
                        row.getString("reference"),
                        row.getString("full_name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("gender"),
                        row.getObject("admitted_on", LocalDate.class),
                        row.getObject("recognised_on", LocalDate.class),
                        stays,
                        movements(id, known),
                        row.getLong("version")))
                .optional();
    }

    private List<MemberView.Move> movements(UUID id, OffsetDateTime known) {
        return jdbc.sql("""
                        select on_day, kind, unit_id, other_unit_id, case_id, reorganisation_id from org.movement_version v
                        where member_id = :id
                          and recorded_from <= :known and recorded_to >= :known
                          and (recorded_to > :known or :known = 'infinity'::timestamptz)
                          and (unit_id in (select scope.units_with('MEMBER_READ'))
                               or other_unit_id in (select scope.units_with('MEMBER_READ'))
                               or exists (select 1 from org.member m
                                          where m.id = :id and m.unit_id in (select scope.units_with('MEMBER_READ'))))
                        order by place
                        """)
                .param("id", id)
                .param("known", known)
                .query((row, n) -> new MemberView.Move(
                        row.getObject("on_day", LocalDate.class),
                        row.getString("kind"),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("other_unit_id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getObject("reorganisation_id", UUID.class)))
                .list();
    }

    private static OffsetDateTime known(@Nullable Instant knownAt) {
        return knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
    }

    private static List<@Nullable Object> arguments(Wanted wanted, @Nullable Cursor after, @Nullable Integer limit) {
        String[] patterns = wanted.q() == null
                ? new String[0]
                : Arrays.stream(Texts.fold(wanted.q()).split(" "))
                        .map(Texts::containing)
                        .toArray(String[]::new);
        OffsetDateTime knownAt = known(wanted.knownAt());
        return Arrays.asList(
                wanted.unit(),
                patterns,
                wanted.state(),
                wanted.asOf(),
                knownAt,
                after == null ? null : after.values().get(0),
                after == null ? null : after.id(1),
                limit);
    }

    private static MemberView view(ResultSet row) throws SQLException {
        return new MemberView(
                row.getObject("member_id", UUID.class),
                row.getString("reference"),
                row.getString("full_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("gender"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getString("state"),
                row.getBoolean("exempt"),
                row.getBoolean("suspended"),
                row.getObject("home_since", LocalDate.class),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("recognised_on", LocalDate.class),
                row.getLong("version"));
    }
}
