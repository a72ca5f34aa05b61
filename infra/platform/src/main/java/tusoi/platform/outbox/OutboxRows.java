package tusoi.platform.outbox;

import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tusoi.platform.outbox.OutboxRow.Event;
import tusoi.platform.persistence.CurrentTransaction;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.security.ActorIds;
import tusoi.platform.time.TransactionClock;

/** Inserts rows with the transaction's recorded time, actor and trace. */
final class OutboxRows {
    private final CurrentTransaction transaction;
    private final TransactionClock clock;
    private final Supplier<ActorIds> actorIds;
    private final Supplier<@Nullable String> traceparent;

    OutboxRows(
            CurrentTransaction transaction,
            TransactionClock clock,
            Supplier<ActorIds> actorIds,
            Supplier<@Nullable String> traceparent) {
        this.transaction = transaction;
        this.clock = clock;
        this.actorIds = actorIds;
        this.traceparent = traceparent;
    }

    /** At once, though the rows come later: whoever publishes must not have read a time before. */
    void announce() {
        var unused = clock.recordedAt();
    }

    void insert(List<OutboxRow> rows) {
        transaction
                .jdbc()
                .sql("""
                        select platform.publish(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(clock.recordedAt().atOffset(ZoneOffset.UTC))
                .param(actorIds.get().current())
                .param(traceparent.get())
                .param(SqlArrays.of("text", rows, OutboxRow::topic))
                .param(SqlArrays.of("text", rows, OutboxRow::key))
                .param(SqlArrays.of("uuid", rows, event(Event::id)))
                .param(SqlArrays.of("text", rows, event(Event::type)))
                .param(SqlArrays.of("uuid", rows, event(Event::aggregateId)))
                .param(SqlArrays.of("int8", rows, event(Event::version)))
                .param(SqlArrays.bytes(rows, OutboxRow::data))
                .query((row, number) -> true)
                .list();
    }

    private static Function<OutboxRow, @Nullable Object> event(Function<Event, Object> part) {
        return row -> row.event() == null ? null : part.apply(row.event());
    }
}
