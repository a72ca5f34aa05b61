package tusoi.org.imports.retention;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.LoaderConnections;

/** {@code tusoi.org.staged.kept}: how long a file's rows stay, confirmed or not; thirty days unless told otherwise. */
@Configuration(proxyBeanMethods = false)
public class StagedPurgeConfiguration {
    @Bean
    public Leader stagedPurge(
            @Value("${tusoi.org.staged.kept:30d}") Duration kept,
            @Value("${tusoi.org.staged.purge-every:10m}") Duration every,
            LoaderConnections connections) {
        return new Leader(new StagedPurge(kept, every), connections);
    }
}
