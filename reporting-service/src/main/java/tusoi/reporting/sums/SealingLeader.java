package tusoi.reporting.sums;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.LoaderConnections;

/** Seals in the background, in one instance, as long as events are taken in. */
@Configuration(proxyBeanMethods = false)
class SealingLeader {
    private static final int LOCK = 40;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    @ConditionalOnProperty(name = "tusoi.inbox.enabled", matchIfMissing = true)
    Leader sumSealing(Sealing sealing, LoaderConnections connections) {
        return new Leader(new Task(sealing), connections);
    }

    private record Task(Sealing sealing) implements Leader.Task {
        @Override
        public String name() {
            return "sum-sealing";
        }

        @Override
        public int lock() {
            return LOCK;
        }

        @Override
        public Duration takeover() {
            return PAUSE;
        }

        @Override
        public Duration retryAtMost() {
            return Duration.ofMinutes(1);
        }

        @Override
        public void lead(Leader.Term term) throws InterruptedException {
            while (!term.isOver()) {
                sealing.seal();
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }
}
