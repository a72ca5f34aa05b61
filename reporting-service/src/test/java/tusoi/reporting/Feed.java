package tusoi.reporting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** Stands in for the inbox: hands events to the projections in one transaction, and moves the watermark. */
public class Feed {
    private static final List<String> TABLES = List.of(
            "reporting.version",
            "reporting.membership",
            "reporting.movement",
            "reporting.joined_entry",
            "reporting.cycle",
            "reporting.review",
            "reporting.review_grade",
            "reporting.target",
            "reporting.target_result",
            "reporting.discipline_decision",
            "reporting.discipline_content",
            "reporting.removal",
            "reporting.removal_ground",
            "reporting.meeting",
            "reporting.attendance",
            "reporting.working_rules",
            "reporting.member_task",
            "reporting.post_holding",
            "reporting.conflict",
            "reporting.sum_state",
            "reporting.sum_step",
            "reporting.sum_node",
            "reporting.sum_settled",
            "reporting.sum_apart",
            "reporting.sum_early",
            "reporting.sum_node_step",
            "reporting.sum_node_sum",
            "reporting.sum_border",
            "reporting.sum_hop",
            "scope.unit_record",
            "scope.unit_version",
            "scope.link",
            "scope.closure",
            "scope.unit_life",
            "scope.lineage",
            "scope.account",
            "scope.grant_version");

    private final List<Projection> projections;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Feed(List<Projection> projections, @Loader JdbcClient jdbc, @Loader TransactionOperations transaction) {
        this.projections = projections;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public void clear() {
        transaction.executeWithoutResult(_ -> {
            TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
            jdbc.sql("update reporting.fact_change set times = times + 1, latest = 'epoch', earliest = '{}'")
                    .update();
        });
    }

    public void take(List<ReceivedEvent> events) {
        transaction.executeWithoutResult(_ -> projections.forEach(projection -> {
            List<ReceivedEvent> wanted = events.stream()
                    .filter(event -> projection.types().contains(event.type()))
                    .toList();
            if (!wanted.isEmpty()) {
                projection.apply(wanted);
            }
        }));
    }

    public void watermark(Instant completeThrough) {
        List.of("org", "review", "discipline").forEach(producer -> watermark(producer, completeThrough));
    }

    public void watermark(String producer, Instant completeThrough) {
        jdbc.sql("""
                        insert into platform.inbox_watermark (producer, complete_through) values (:producer, :instant)
                        on conflict (producer) do update set complete_through = excluded.complete_through
                        """)
                .param("producer", producer)
                .param("instant", completeThrough.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** As the inbox leaves it once it has taken something. */
    public void moved() {
        jdbc.sql("""
                        insert into platform.inbox_position (topic, part, topic_id, next_offset) values ('org.events', 0, 'fed', 1)
                        on conflict (topic, part) do update set next_offset = inbox_position.next_offset + 1
                        """).update();
    }

    /** Everything that was told, complete. */
    public void all(History history) {
        take(history.events());
        watermark(history.now());
    }
}
