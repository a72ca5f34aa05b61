package tusoi.gateway.limits;

import java.time.Duration;

/** Holds {@code burst} tokens, refilled evenly. Time comes in with the call. */
final class TokenBucket {
    private final RateLimits.Rate rate;
    private double tokens;
    private long filledAtNanos;

    TokenBucket(RateLimits.Rate rate, long nowNanos) {
        this.rate = rate;
        this.tokens = rate.burst();
        this.filledAtNanos = nowNanos;
    }

    /** Zero where a token was taken; otherwise how long until there is one. */
    synchronized Duration take(long nowNanos) {
        var perNano = rate.perSecond() / 1e9;
        tokens = Math.min(rate.burst(), tokens + Math.max(0, nowNanos - filledAtNanos) * perNano);
        filledAtNanos = nowNanos;
        if (tokens >= 1) {
            tokens -= 1;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano));
    }
}
