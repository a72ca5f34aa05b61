package tusoi.org.meetings;

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
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.meetings.MeetingViews.Agenda;
import tusoi.org.meetings.MeetingViews.Expected;
import tusoi.org.meetings.MeetingViews.OpenTask;
import tusoi.org.meetings.MeetingViews.Whole;
import tusoi.org.meetings.domain.Minutes;

/** Meetings within the caller's scope, as known at an instant. */
@Component
@Transactional(readOnly = true)
class MeetingQueries {
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MeetingQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Whole> byId(UUID id, @Nullable Instant knownAt) {
        return jdbc.sql("""
                        select * from org.meeting_version v
                        where v.meeting_id = :id and v.unit_id in (select scope.units_with('MEMBER_READ'))
                          and v.recorded_from <= :knownAt and v.recorded_to >= :knownAt
                          and (v.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                        """)
                .param("id", id)
                .param("knownAt", knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC))
                .query((row, n) -> whole(row))
                .optional();
    }

    Agenda agenda(UUID unit, LocalDate on) {
        List<Expected> members = jdbc.sql("""
                        select s.member_id, p.full_name, s.state, s.exempt, s.suspended
                        from org.membership_version s
                            join org.member m on m.id = s.member_id
                            join org.person p on p.id = m.person_id
                        where s.unit_id = :unit and s.recorded_to = 'infinity' and s.valid_from <= :on and s.valid_to > :on
                          and s.unit_id in (select scope.units_with('MEMBER_READ'))
                        order by p.sort_key, s.member_id
                        """)
                .param("unit", unit)
                .param("on", on)
                .query(Expected.class)
                .list();
        List<OpenTask> tasks = jdbc.sql("select * from org.open_tasks(?, ?, ?)")
                .params(unit, on, LAST)
                .query(OpenTask.class)
                .list();
        return new Agenda(unit, on, members, tasks);
    }

    private Whole whole(ResultSet row) throws SQLException {
        return new Whole(
                row.getObject("meeting_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("kind"),
                row.getObject("month", LocalDate.class).toString().substring(0, 7),
                row.getString("state"),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("held_on", LocalDate.class),
                row.getInt("expected"),
                row.getInt("attended"),
                json.readValue(row.getString("minutes"), Minutes.class),
                row.getString("reason"),
                row.getString("profile"),
                row.getObject("recorded_from", OffsetDateTime.class),
                row.getLong("version"));
    }
}
