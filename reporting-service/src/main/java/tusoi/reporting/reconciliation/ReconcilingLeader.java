package tusoi.reporting.reconciliation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.LoaderConnections;

/** Compares in the background, in one instance. */
@Configuration(proxyBeanMethods = false)
class ReconcilingLeader {
    @Bean
    @ConditionalOnProperty(name = "tusoi.inbox.enabled", matchIfMissing = true)
    Leader reconciliation(Reconciling reconciling, LoaderConnections connections) {
        return new Leader(new Task(reconciling), connections);
    }

    private record Task(Reconciling reconciling) implements Leader.Task {
        @Override
        public String name() {
            return "reconciliation";
        }

        @Override
        public int lock() {
            return 43;
        }

        @Override
        public Duration takeover() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration retryAtMost() {
            return Duration.ofMinutes(1);
        }

        @Override
        public void lead(Leader.Term term) throws InterruptedException {
            while (!term.isOver()) {
                var unused = reconciling.round();
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }
}
