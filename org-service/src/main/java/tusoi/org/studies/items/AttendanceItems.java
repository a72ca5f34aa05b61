package tusoi.org.studies.items;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.studies.domain.AttendanceItem;
import tusoi.org.studies.domain.RollLine;
import tusoi.platform.persistence.SqlArrays;

/** Items as aggregates; every version stays. */
@Repository
class AttendanceItems {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AttendanceItems(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Stored(AttendanceItem item, long version, Instant recordedAt) {}

    /** However many branches, one statement. */
    void add(List<AttendanceItem> items, UUID actor, Instant recordedAt) {
        if (items.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into org.attendance_item_version
                            (id, version, recorded_from, list_id, session_id, unit_id, state, raised_on, members, actor)
                        select t.id, 1, :at, :list, :session, t.unit_id, 'OPEN', :on, t.members::jsonb, :actor
                        from unnest(:ids::uuid[], :units::uuid[], :members::text[]) as t(id, unit_id, members)
                        """)
                .param("at", recordedAt.atOffset(ZoneOffset.UTC))
                .param("list", items.getFirst().listId())
                .param("session", items.getFirst().sessionId())
                .param("on", items.getFirst().raisedOn())
                .param("actor", actor)
                .param("ids", SqlArrays.of("uuid", items, AttendanceItem::id))
                .param("units", SqlArrays.of("uuid", items, AttendanceItem::unit))
                .param("members", SqlArrays.of("text", items, item -> json.writeValueAsString(item.members())))
                .update();
    }

    Optional<Stored> lock(UUID id) {
        return jdbc.sql(
                        "select * from org.attendance_item_version where id = ? and recorded_to = 'infinity' for update")
                .param(id)
                .query((row, n) -> new Stored(
                        item(row),
                        row.getLong("version"),
                        row.getObject("recorded_from", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void save(AttendanceItem item, long version, UUID actor, Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        jdbc.sql("update org.attendance_item_version set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                .params(at, item.id())
                .update();
        jdbc.sql("""
                        insert into org.attendance_item_version
                            (id, version, recorded_from, list_id, session_id, unit_id, state, raised_on, members, answered_on, answer,
                             actor)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        item.id(),
                        version,
                        at,
                        item.listId(),
                        item.sessionId(),
                        item.unit(),
                        item.state().name(),
                        item.raisedOn(),
                        json.writeValueAsString(item.members()),
                        item.answeredOn(),
                        item.answer(),
                        actor))
                .update();
    }

    AttendanceItem item(ResultSet row) throws SQLException {
        return new AttendanceItem(
                row.getObject("id", UUID.class),
                row.getObject("list_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                AttendanceItem.State.valueOf(row.getString("state")),
                row.getObject("raised_on", LocalDate.class),
                List.of(json.readValue(row.getString("members"), RollLine[].class)),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answer"));
    }
}
