package tusoi.platform.outbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The W3C trace header of the current work, as tracing leaves it in the logging context. */
final class Traceparent {
    private Traceparent() {}

    static @Nullable String current() {
        var trace = MDC.get("traceId");
        var span = MDC.get("spanId");
        return trace == null || span == null ? null : "00-" + trace + "-" + span + "-01";
    }
}
