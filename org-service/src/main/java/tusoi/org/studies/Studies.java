package tusoi.org.studies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.roster.AttendanceStatus;
import tusoi.org.studies.domain.RollLine;
import tusoi.org.studies.domain.Study;
import tusoi.org.studies.domain.Study.Published;
import tusoi.org.studies.domain.StudyList;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;

/** Sessions as aggregates; every version and every roll stays. */
@Repository
class Studies {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Studies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Stored(Study study, long version, Instant recordedAt) {}

    /** What a version rests on; {@code warnings} as JSON. */
    record Grounds(@Nullable String reason, String profile, String warnings, UUID actor, Instant recordedAt) {}

    UUID unitOf(UUID session) {
        return jdbc.sql("select unit_id from org.study_session where id = ?")
                .param(session)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The session"));
    }

    Stored lock(UUID session) {
        return jdbc.sql("""
                        select v.*, s.recorded_at from org.study_session s
                        join org.study_version v on v.session_id = s.id and v.version = s.version
                        where s.id = ? for update of s
                        """)
                .param(session)
                .query((row, n) -> new Stored(
                        study(row),
                        row.getLong("version"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .single();
    }

    void add(Study study, Instant recordedAt) {
        jdbc.sql("insert into org.study_session values (?, ?, 1, ?)")
                .params(study.id(), study.unit(), recordedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void raise(UUID session, long version, Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        jdbc.sql("update org.study_session set version = ?, recorded_at = ? where id = ?")
                .params(version, at, session)
                .update();
        jdbc.sql("update org.study_version set recorded_to = ? where session_id = ? and recorded_to = 'infinity'")
                .params(at, session)
                .update();
    }

    void save(Study study, long version, Grounds grounds) {
        if (study.rollVersion() == version) {
            saveRoll(study);
        }
        jdbc.sql("""
                        insert into org.study_version
                            (session_id, version, recorded_from, unit_id, called, topic, title, noticed_on, held_on, state, roll,
                             reason, profile, warnings, actor)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        """)
                .params(Arrays.asList(
                        study.id(),
                        version,
                        grounds.recordedAt().atOffset(ZoneOffset.UTC),
                        study.unit(),
                        study.called().toArray(UUID[]::new),
                        study.topic(),
                        study.title(),
                        study.noticedOn(),
                        study.heldOn(),
                        study.state().name(),
                        study.rollVersion(),
                        grounds.reason(),
                        grounds.profile(),
                        grounds.warnings(),
                        grounds.actor()))
                .update();
    }

    private void saveRoll(Study study) {
        List<RollLine> lines = study.roll();
        jdbc.sql("""
                        insert into org.study_roll
                        select :session, :roll, t.member_id, t.unit_id, t.status, t.reason
                        from unnest(:members::uuid[], :units::uuid[], :statuses::text[], :reasons::text[])
                            as t(member_id, unit_id, status, reason)
                        """)
                .param("session", study.id())
                .param("roll", study.rollVersion())
                .param("members", SqlArrays.of("uuid", lines, RollLine::memberId))
                .param("units", SqlArrays.of("uuid", lines, RollLine::unitId))
                .param("statuses", SqlArrays.of("text", lines, line -> line.status()
                        .name()))
                .param("reasons", SqlArrays.of("text", lines, RollLine::reason))
                .update();
    }

    void saveList(StudyList list, Study study, Grounds grounds) {
        jdbc.sql("insert into org.study_list values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)")
                .params(
                        list.id(),
                        study.id(),
                        study.rollVersion(),
                        study.unit(),
                        list.publishedOn(),
                        list.sha256(),
                        json.writeValueAsString(list.told()),
                        grounds.recordedAt().atOffset(ZoneOffset.UTC),
                        grounds.actor())
                .update();
    }

    private Study study(ResultSet row) throws SQLException {
        UUID session = row.getObject("session_id", UUID.class);
        long roll = row.getLong("roll");
        return new Study(
                session,
                row.getObject("unit_id", UUID.class),
                List.of((UUID[]) row.getArray("called").getArray()),
                row.getString("topic"),
                row.getString("title"),
                row.getObject("noticed_on", LocalDate.class),
                row.getObject("held_on", LocalDate.class),
                Study.State.valueOf(row.getString("state")),
                roll,
                roll(session, roll),
                lists(session));
    }

    private List<RollLine> roll(UUID session, long roll) {
        return jdbc.sql("""
                        select member_id, unit_id, status, reason from org.study_roll
                        where session_id = ? and roll = ? order by unit_id, member_id
                        """)
                .params(session, roll)
                .query((row, n) -> new RollLine(
                        row.getObject("member_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        AttendanceStatus.valueOf(row.getString("status")),
                        row.getString("reason")))
                .list();
    }

    private List<Published> lists(UUID session) {
        return jdbc.sql("select id, published_on, sha256, roll from org.study_list where session_id = ? order by roll")
                .param(session)
                .query((row, n) -> new Published(
                        row.getObject("id", UUID.class),
                        row.getObject("published_on", LocalDate.class),
                        row.getString("sha256"),
                        row.getLong("roll")))
                .list();
    }
}
