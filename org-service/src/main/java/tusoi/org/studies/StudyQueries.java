package tusoi.org.studies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
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
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Sessions of units that the caller reads the members of, with the lines of members within the scope. */
@Component
@Transactional(readOnly = true)
class StudyQueries {
    private static final String SESSION = """
            select v.session_id, v.unit_id, v.called, v.topic, v.title, v.noticed_on, v.held_on, v.state, v.reason, v.version,
                   c.called_members, c.present, c.late, c.left_early, c.absent, c.excused
            from org.study_version v
                cross join lateral (
                    select count(*) as called_members,
                           count(*) filter (where r.status = 'PRESENT') as present,
                           count(*) filter (where r.status = 'LATE') as late,
                           count(*) filter (where r.status = 'LEFT_EARLY') as left_early,
                           count(*) filter (where r.status = 'ABSENT') as absent,
                           count(*) filter (where r.status = 'ABSENT_EXCUSED') as excused
                    from org.study_roll r
                    where r.session_id = v.session_id and r.roll = v.roll
                      and r.unit_id in (select scope.units_with('MEMBER_READ'))) c
            where v.recorded_from <= :knownAt and v.recorded_to >= :knownAt
              and (v.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
            """;

    private final JdbcClient jdbc;

    StudyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counted over the members that the caller may see: all of them for who reads the holder's. */
    record Session(
            UUID id,
            UUID unitId,
            List<UUID> calledUnitIds,
            @Nullable String topic,
            String title,
            @Nullable LocalDate noticedOn,
            LocalDate heldOn,
            String state,
            @Nullable String reason,
            long called,
            long present,
            long late,
            long leftEarly,
            long absent,
            long excused,
            long version) {}

    record RollView(
            UUID memberId,
            String fullName,
            UUID unitId,
            String status,
            @Nullable String reason) {}

    /** A published list; {@code content} as it was frozen. */
    record ListView(UUID id, UUID sessionId, UUID unitId, LocalDate publishedOn, String sha256, String content) {}

    Optional<Session> one(UUID id, @Nullable Instant knownAt) {
        return jdbc.sql(SESSION + """
                         and v.session_id = :id
                         and (v.unit_id in (select scope.units_with('MEMBER_READ')) or c.called_members > 0)
                        """)
                .param("id", id)
                .param("knownAt", instant(knownAt))
                .query((row, n) -> session(row))
                .optional();
    }

    /** Held by the unit or under it, newest first: attendance session by session shows the trend. */
    Page<Session> list(UUID unit, Wanted wanted, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 2);
        List<Session> found = jdbc.sql(SESSION + """
                         and v.unit_id in (select org.under(:unit, :asOf, :knownAt))
                         and v.held_on between :from and :to
                         and (:after::date is null or (v.held_on, v.session_id) < (:after::date, :afterId::uuid))
                        order by v.held_on desc, v.session_id desc
                        limit :limit
                        """)
                .param("unit", unit)
                .param("asOf", wanted.asOf())
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("knownAt", instant(wanted.knownAt()))
                .param("after", after == null ? null : day(after.values().getFirst()))
                .param("afterId", after == null ? null : after.id(1))
                .param("limit", page.size() + 1)
                .query((row, n) -> session(row))
                .list();
        return Cursor.page(found, page.size(), session -> Cursor.of(session.heldOn(), session.id()));
    }

    /** A span of days, the tree's day and the instant of a question. */
    record Wanted(
            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            @Nullable Instant knownAt) {}

    Page<RollView> roll(UUID session, @Nullable String status, @Nullable Instant knownAt, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 1);
        List<RollView> found = jdbc.sql("""
                        select r.member_id, p.full_name, r.unit_id, r.status, r.reason
                        from org.study_version v
                            join org.study_roll r on r.session_id = v.session_id and r.roll = v.roll
                            join org.member m on m.id = r.member_id
                            join org.person p on p.id = m.person_id
                        where v.session_id = :session
                          and v.recorded_from <= :knownAt and v.recorded_to >= :knownAt
                          and (v.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                          and r.unit_id in (select scope.units_with('MEMBER_READ'))
                          and (:status::text is null or r.status = :status)
                          and (:after::uuid is null or r.member_id > :after)
                        order by r.member_id
                        limit :limit
                        """)
                .param("session", session)
                .param("knownAt", instant(knownAt))
                .param("status", status)
                .param("after", after == null ? null : after.id(0))
                .param("limit", page.size() + 1)
                .query(RollView.class)
                .list();
        return Cursor.page(found, page.size(), line -> Cursor.of(line.memberId()));
    }

    List<ListView> lists(UUID session) {
        return jdbc.sql("""
                        select id, session_id, unit_id, published_on, sha256, content::text as content from org.study_list
                        where session_id = ? and unit_id in (select scope.units_with('MEMBER_READ')) order by roll
                        """).param(session).query(ListView.class).list();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Cursor.unreadable();
        }
    }

    private static OffsetDateTime instant(@Nullable Instant knownAt) {
        return knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("session_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                List.of((UUID[]) row.getArray("called").getArray()),
                row.getString("topic"),
                row.getString("title"),
                row.getObject("noticed_on", LocalDate.class),
                row.getObject("held_on", LocalDate.class),
                row.getString("state"),
                row.getString("reason"),
                row.getLong("called_members"),
                row.getLong("present"),
                row.getLong("late"),
                row.getLong("left_early"),
                row.getLong("absent"),
                row.getLong("excused"),
                row.getLong("version"));
    }
}
