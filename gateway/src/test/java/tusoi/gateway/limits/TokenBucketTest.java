package tusoi.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    private final TokenBucket bucket = new TokenBucket(new RateLimits.Rate(2, 3), 0);

    @Test
    void burstPassesAtOnceAndNoMore() {
        assertThat(take(0)).isZero();
        assertThat(take(0)).isZero();
        assertThat(take(0)).isZero();
        assertThat(take(0)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void tokensFlowBackEvenly() {
        drain();

        assertThat(take(SECOND / 4)).isEqualTo(Duration.ofMillis(250));
        assertThat(take(SECOND / 2)).isZero();
        assertThat(take(SECOND / 2)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void neverHoldsMoreThanTheBurst() {
        drain();

        assertThat(take(3600 * SECOND)).isZero();
        assertThat(take(3600 * SECOND)).isZero();
        assertThat(take(3600 * SECOND)).isZero();
        assertThat(take(3600 * SECOND)).isPositive();
    }

    @Test
    void clockThatRunsBackGivesNothing() {
        drain();

        assertThat(take(-SECOND)).isPositive();
    }

    private void drain() {
        for (int i = 0; i < 3; i++) {
            take(0);
        }
    }

    private Duration take(long nowNanos) {
        return bucket.take(nowNanos);
    }
}
