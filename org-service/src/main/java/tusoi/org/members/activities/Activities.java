package tusoi.org.members.activities;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.activities.domain.TemporaryActivity;
import tusoi.org.members.activities.domain.TemporaryActivity.Purpose;

/** Temporary activities, a row a version. */
@Repository
class Activities {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Activities(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Stored(TemporaryActivity activity, long version, Instant recordedAt) {}

    /** What a version rests on. */
    record Grounds(Object decision, @Nullable String profile, Object warnings, Instant recordedAt) {}

    /** Under the lock of its member. */
    Optional<Stored> find(UUID id) {
        return jdbc.sql("select * from org.temporary_activity where id = ? and recorded_to = 'infinity'")
                .param(id)
                .query((row, n) -> stored(row))
                .optional();
    }

    List<TemporaryActivity> of(MemberId member) {
        return jdbc.sql("select * from org.temporary_activity where member_id = ? and recorded_to = 'infinity'")
                .param(member.value())
                .query((row, n) -> stored(row).activity())
                .list();
    }

    void save(TemporaryActivity activity, long version, Grounds grounds) {
        OffsetDateTime at = grounds.recordedAt().atOffset(ZoneOffset.UTC);
        jdbc.sql("update org.temporary_activity set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                .params(at, activity.id())
                .update();
        UnitId host = activity.host();
        jdbc.sql("""
                        insert into org.temporary_activity
                            (id, version, member_id, home_unit_id, host_unit_id, outside, purpose, valid_from, valid_to, decision,
                             profile, warnings, recorded_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?)
                        """)
                .params(Arrays.asList(
                        activity.id(),
                        version,
                        activity.member().value(),
                        activity.home().value(),
                        host == null ? null : host.value(),
                        activity.outside(),
                        activity.purpose().name(),
                        activity.from(),
                        activity.to(),
                        json.writeValueAsString(grounds.decision()),
                        grounds.profile(),
                        json.writeValueAsString(grounds.warnings()),
                        at))
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        UUID host = row.getObject("host_unit_id", UUID.class);
        return new Stored(
                new TemporaryActivity(
                        row.getObject("id", UUID.class),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new UnitId(row.getObject("home_unit_id", UUID.class)),
                        host == null ? null : new UnitId(host),
                        row.getString("outside"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                row.getLong("version"),
                row.getObject("recorded_from", OffsetDateTime.class).toInstant());
    }
}
