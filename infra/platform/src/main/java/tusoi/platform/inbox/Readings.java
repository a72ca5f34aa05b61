package tusoi.platform.inbox;

import java.util.List;

/** Records read into events, which needs no transaction; to bury those that are none does. */
record Readings(List<ReadEvent> events, List<Unreadable> unreadable, Tally skipped) {
    record Unreadable(Incoming record, String reason) {}
}
