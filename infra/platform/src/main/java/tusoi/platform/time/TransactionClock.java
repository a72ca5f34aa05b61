package tusoi.platform.time;

import java.time.Instant;

/**
 * The recorded time of the current write transaction: one value for all of it, from the database's clock, above every
 * watermark published so far. Ask for it after the last lock was taken. The first call announces the transaction to the
 * relay, which then holds its watermark below it.
 */
public interface TransactionClock {
    /** Microseconds are its precision. Throws IllegalStateException outside a transaction. */
    Instant recordedAt();

    /** As {@link #recordedAt()}, and checks that it is later than an aggregate's previous version. */
    Instant recordedAtAfter(Instant previousVersion);
}
