package tusoi.org.grounds;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.LoaderConnections;

@Configuration(proxyBeanMethods = false)
class GroundsConfiguration {
    @Bean
    Leader groundsLeader(
            Sweep sweep,
            Clock clock,
            LoaderConnections connections,
            @Value("${tusoi.org.grounds.interval:5m}") Duration interval) {
        return new Leader(new GroundsTask(sweep, clock, interval), connections);
    }
}
