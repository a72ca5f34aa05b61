package tusoi.reporting.rebuild;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.inbox.ShadowInbox;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.LoaderConnections;
import tusoi.platform.security.ActorIds;
import tusoi.reporting.rebuild.RebuildRun.State;

/** In one instance: fills the shadow as long as a rebuild runs, and compares once it has caught up. */
@Configuration(proxyBeanMethods = false)
class Rebuilding {
    private static final int FILLING = 41;
    private static final int COMPARING = 42;
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Bean
    @ConditionalOnProperty(name = "tusoi.inbox.enabled", matchIfMissing = true)
    Leader rebuildFilling(RebuildRuns runs, Rebuild rebuild, ShadowInbox shadow, LoaderConnections connections) {
        return new Leader(
                new Task("rebuild-filling", FILLING, term -> {
                    var run = runs.open();
                    if (run.isEmpty()) {
                        rebuild.sweep();
                    } else if (!runs.isOfTheseMigrations(run.get().id())) {
                        rebuild.end(run.get().id(), State.ABANDONED, ActorIds.SYSTEM);
                    } else {
                        fill(runs, shadow, term);
                    }
                }),
                connections);
    }

    /** A shadow that was switched or thrown away under the reader's hands is no failure. */
    private static void fill(RebuildRuns runs, ShadowInbox shadow, Leader.Term term) throws Exception {
        try {
            shadow.lead(term);
        } catch (Exception failed) {
            if (runs.open().isPresent()) {
                throw failed;
            }
        }
    }

    @Bean
    @ConditionalOnProperty(name = "tusoi.inbox.enabled", matchIfMissing = true)
    Leader rebuildComparing(
            RebuildRuns runs,
            Rebuild rebuild,
            Comparison comparison,
            Finishing finishing,
            LoaderConnections connections) {
        return new Leader(
                new Task("rebuild-comparing", COMPARING, _ -> runs.open()
                        .filter(run -> run.state() == State.BUILDING && runs.isOfTheseMigrations(run.id()))
                        .ifPresent(run -> compare(run, rebuild, comparison, finishing))),
                connections);
    }

    /** Equal: what serves is proven, and exchanging it would only cost the sums. */
    private static void compare(RebuildRun run, Rebuild rebuild, Comparison comparison, Finishing finishing) {
        comparison.compare().ifPresent(result -> {
            if (!result.areEqual()) {
                finishing.finish();
            }
            rebuild.compared(run, result);
        });
    }

    @FunctionalInterface
    private interface Step {
        void take(Leader.Term term) throws Exception;
    }

    private record Task(String name, int lock, Step step) implements Leader.Task {
        @Override
        public Duration takeover() {
            return PAUSE;
        }

        @Override
        public Duration retryAtMost() {
            return Duration.ofSeconds(30);
        }

        @Override
        public void lead(Leader.Term term) throws Exception {
            while (!term.isOver()) {
                step.take(term);
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }
}
