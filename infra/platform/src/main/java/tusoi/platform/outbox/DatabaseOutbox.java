package tusoi.platform.outbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.ids.Ids;
import tusoi.platform.persistence.TransactionBuffer;

/** Turns what is published into rows of the running transaction. */
final class DatabaseOutbox implements Outbox {
    private final OutboxTopics topics;
    private final TransactionBuffer<OutboxRow> buffer;
    private final JsonMapper json = JsonMapper.shared();
    private final OutboxRows rows;

    DatabaseOutbox(OutboxTopics topics, OutboxRows rows) {
        this.topics = topics;
        this.buffer = new TransactionBuffer<>(rows::insert);
        this.rows = rows;
    }

    @Override
    public void publish(OutgoingEvent event) {
        rows.announce();
        var described = new OutboxRow.Event(Ids.next(), event.type(), event.aggregateId(), event.version());
        buffer.add(new OutboxRow(topics.events(), event.key(), described, json.writeValueAsBytes(event.data())));
    }

    @Override
    public void publishLatest(String topic, String key, @Nullable Object value) {
        if (!topics.latest().contains(topic)) {
            throw new IllegalArgumentException("No LatestValues bean and no tusoi.outbox.latest-topics names " + topic);
        }
        buffer.add(new OutboxRow(topic, key, null, value == null ? null : json.writeValueAsBytes(value)));
    }
}
