package tusoi.discipline.notices;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** Keeps each notice's newest picture; an older version that arrives late changes nothing. */
@Component
class GroundNoticeEvents implements Projection {
    private static final Map<String, String> GROUNDS = Map.of(
            "org.dues-arrears.v1", "DUES_UNPAID_THREE_MONTHS",
            "org.absence-three-months.v1", "ABSENT_THREE_MONTHS");

    private final JdbcClient jdbc;

    GroundNoticeEvents(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> types() {
        return GROUNDS.keySet();
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        events.forEach(this::apply);
    }

    private void apply(ReceivedEvent event) {
        JsonNode notice = event.data();
        jdbc.sql("""
                        insert into discipline.ground_notice as kept
                            (notice_id, version, recorded_at, member_id, unit_id, ground, year, months, withdrawn, profile)
                        values (:id, :version, :recordedAt, :member, :unit, :ground, :year, :months, :withdrawn, :profile)
                        on conflict (notice_id) do update
                            set version = excluded.version, recorded_at = excluded.recorded_at, unit_id = excluded.unit_id,
                                months = excluded.months, withdrawn = excluded.withdrawn, profile = excluded.profile
                            where kept.version < excluded.version
                        """)
                .param("id", event.aggregateId())
                .param("version", event.version())
                .param("recordedAt", event.recordedAt().atOffset(ZoneOffset.UTC))
                .param("member", UUID.fromString(notice.path("memberId").asString()))
                .param("unit", UUID.fromString(notice.path("unitId").asString()))
                .param("ground", GROUNDS.get(event.type()))
                .param("year", notice.path("year").asInt())
                .param(
                        "months",
                        notice.path("months")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toArray(String[]::new))
                .param("withdrawn", notice.path("withdrawn").asBoolean())
                .param("profile", notice.path("profile").asString())
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from discipline.ground_notice").update();
    }
}
