package tusoi.platform.inbox;

import java.util.UUID;

/** An event with the record that it was read from. */
record ReadEvent(Incoming record, ReceivedEvent event, UUID digest) {
    Version version() {
        return new Version(event.aggregateId(), event.version());
    }

    /** What is taken once. */
    record Version(UUID aggregateId, long number) {}
}
