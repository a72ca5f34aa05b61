package tusoi.discipline.members;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** Keeps who holds which post, as removal from a post supposes one. */
@Component
class PostEvents implements Projection {
    private final JdbcClient jdbc;

    PostEvents(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> types() {
        return Set.of("org.post-held.v1", "org.post-left.v1");
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        events.forEach(this::apply);
    }

    private void apply(ReceivedEvent event) {
        JsonNode post = event.data();
        jdbc.sql("""
                        insert into discipline.post_holding
                            (post_holding_id, version, member_id, unit_id, valid_from, valid_to)
                        values (:id, :version, cast(:member as uuid), cast(:unit as uuid), cast(:from as date),
                                coalesce(cast(:to as date), 'infinity'))
                        on conflict (post_holding_id) do update
                            set version = excluded.version, member_id = excluded.member_id, valid_from = excluded.valid_from,
                                valid_to = excluded.valid_to
                            where post_holding.version < excluded.version
                        """)
                .param("id", event.aggregateId())
                .param("version", event.version())
                .param("member", post.path("memberId").asString())
                .param("unit", Text.orNull(post, "unitId"))
                .param("from", post.path("validFrom").asString())
                .param("to", Text.orNull(post, "validTo"))
                .update();
    }
}
