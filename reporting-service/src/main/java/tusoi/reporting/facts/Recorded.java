package tusoi.reporting.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tusoi.platform.inbox.ReceivedEvent;

/** A version with the time at which the next one took its place, null while it is the latest known. */
record Recorded(ReceivedEvent event, @Nullable Instant recordedTo) {}
