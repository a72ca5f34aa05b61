package tusoi.org.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.meetings.domain.Meeting;
import tusoi.org.meetings.domain.Meeting.Change;
import tusoi.org.meetings.domain.Minutes;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;

/** Meetings as aggregates; every version stays. */
@Repository
class Meetings {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionClock clock;
    private final MeetingJournal journal;

    Meetings(JdbcClient jdbc, JsonMapper json, TransactionClock clock, MeetingJournal journal) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.journal = journal;
    }

    record Stored(Meeting meeting, long version, Instant recordedAt) {}

    /** What a version rests on. */
    record Grounds(
            Overrides overrides,
            @Nullable String reason,
            @Nullable String profile) {}

    /** One at a time in a branch: a meeting answers what the one before left open. */
    void lockOf(UUID unit) {
        jdbc.sql("select pg_advisory_xact_lock(20082, hashtext(?::text))")
                .param(unit)
                .query()
                .singleRow();
    }

    UUID unitOf(UUID meeting) {
        return jdbc.sql("select unit_id from org.meeting where id = ?")
                .param(meeting)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The meeting"));
    }

    Stored lock(UUID meeting) {
        return jdbc.sql("""
                        select v.*, m.recorded_at from org.meeting m
                        join org.meeting_version v on v.meeting_id = m.id and v.version = m.version
                        where m.id = ? for update of m
                        """)
                .param(meeting)
                .query((row, n) -> new Stored(
                        meeting(row),
                        row.getLong("version"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .single();
    }

    /** False where the branch has a regular meeting of the month already. */
    boolean add(Meeting meeting, Instant recordedAt) {
        return jdbc.sql("""
                                insert into org.meeting values (?, ?, ?, ?, ?, 1, ?)
                                on conflict (unit_id, month) where kind = 'REGULAR' and state <> 'NOT_HELD' do nothing
                                """)
                        .params(
                                meeting.id(),
                                meeting.unit(),
                                meeting.kind().name(),
                                meeting.month().atDay(1),
                                meeting.state().name(),
                                recordedAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void raise(Meeting meeting, long version, Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        jdbc.sql("update org.meeting set state = ?, version = ?, recorded_at = ? where id = ?")
                .params(meeting.state().name(), version, at, meeting.id())
                .update();
        jdbc.sql("update org.meeting_version set recorded_to = ? where meeting_id = ? and recorded_to = 'infinity'")
                .params(at, meeting.id())
                .update();
    }

    /** Writes the version with its attendance, audit row and event. */
    void save(Accepted<Meeting, Change> accepted, @Nullable Meeting before, long version, Grounds grounds) {
        Meeting meeting = accepted.state();
        var answered = MeetingJournal.answered(accepted.warnings(), grounds.overrides());
        jdbc.sql("""
                        insert into org.meeting_version
                            (meeting_id, version, recorded_from, unit_id, kind, month, state, planned_on, held_on, expected,
                             attended, minutes, reason, profile, warnings, actor)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?)
                        """)
                .params(Arrays.asList(
                        meeting.id(),
                        version,
                        clock.recordedAt().atOffset(ZoneOffset.UTC),
                        meeting.unit(),
                        meeting.kind().name(),
                        meeting.month().atDay(1),
                        meeting.state().name(),
                        meeting.plannedOn(),
                        meeting.heldOn(),
                        meeting.expected(),
                        meeting.attended(),
                        json.writeValueAsString(meeting.minutes()),
                        grounds.reason(),
                        grounds.profile(),
                        json.writeValueAsString(answered),
                        journal.actor()))
                .update();
        List<Minutes.Line> lines = meeting.minutes().attendance();
        if (!lines.isEmpty()) {
            jdbc.sql("""
                            insert into org.meeting_attendance
                            select :meeting, :version, t.member_id, :unit, t.status
                            from unnest(:members::uuid[], :statuses::text[]) as t(member_id, status)
                            """)
                    .param("meeting", meeting.id())
                    .param("version", version)
                    .param("unit", meeting.unit())
                    .param("members", SqlArrays.of("uuid", lines, Minutes.Line::memberId))
                    .param("statuses", SqlArrays.of("text", lines, line -> line.status()
                            .name()))
                    .update();
        }
        journal.write(accepted, before, version, grounds.reason(), answered);
    }

    /** Tasks set by meetings of the branch before that day and not done by then. */
    Set<UUID> openTasks(UUID unit, LocalDate day, UUID meeting) {
        return new HashSet<>(jdbc.sql("select task_id from org.open_tasks(?, ?, ?)")
                .params(unit, day, meeting)
                .query(UUID.class)
                .list());
    }

    /** This meeting's tasks that others answered, with the first day on which one did. */
    Map<UUID, LocalDate> answeredOn(Meeting meeting) {
        Map<UUID, LocalDate> answeredOn = new HashMap<>();
        if (meeting.minutes().tasks().isEmpty()) {
            return answeredOn;
        }
        jdbc.sql("""
                        select a."taskId" as task_id, min(v.held_on) as held_on
                        from org.meeting_version v, jsonb_to_recordset(v.minutes -> 'answers') as a("taskId" uuid)
                        where v.unit_id = :unit and v.recorded_to = 'infinity' and v.meeting_id <> :meeting
                          and a."taskId" = any (:tasks::uuid[])
                        group by 1
                        """)
                .param("unit", meeting.unit())
                .param("meeting", meeting.id())
                .param("tasks", SqlArrays.of("uuid", meeting.minutes().tasks(), Minutes.Task::taskId))
                .query(row -> {
                    answeredOn.put(row.getObject("task_id", UUID.class), row.getObject("held_on", LocalDate.class));
                });
        return answeredOn;
    }

    private Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                row.getObject("meeting_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                Meeting.Kind.valueOf(row.getString("kind")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                Meeting.State.valueOf(row.getString("state")),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("held_on", LocalDate.class),
                row.getInt("expected"),
                row.getInt("attended"),
                json.readValue(row.getString("minutes"), Minutes.class));
    }
}
