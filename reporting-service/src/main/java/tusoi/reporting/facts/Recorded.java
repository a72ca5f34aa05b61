package tusoi.reporting.facts;

import java.time.Instant;
import tusoi.platform.inbox.ReceivedEvent;

/** A version with the time at which the next one took its place, {@link Forever#INSTANT} while it is the latest known. */
record Recorded(ReceivedEvent event, Instant recordedTo) {}
