package tusoi.org.members.removals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** When discipline-service settled a conflict on its side. */
@Component
class SettlementProjection implements Projection {
    private final JdbcClient jdbc;

    SettlementProjection(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> types() {
        return Set.of("discipline.conflict-settled.v1");
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            jdbc.sql("update org.removal_conflict set discipline_settled_at = ? where id = ?")
                    .params(event.recordedAt().atOffset(ZoneOffset.UTC), event.aggregateId())
                    .update();
        }
    }
}
