package tusoi.platform.counts;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.LoaderConnections;

/** Where a service says what is counted of its books. */
@AutoConfiguration
@ConditionalOnProperty("tusoi.service")
@ConditionalOnBean(BookCounts.class)
class CountsAutoConfiguration {
    @Bean
    Counting counting(
            BookCounts counts,
            @Loader DataSource loader,
            LoaderConnections connections,
            @Loader TransactionTemplate transaction,
            @Loader JdbcClient jdbc,
            Outbox outbox) {
        return new Counting(counts, loader, connections, transaction, jdbc, outbox);
    }

    @Bean
    Leader nightlyCounting(Counting counting, Clock clock, LoaderConnections connections) {
        return new Leader(new NightlyCounting(counting, clock), connections);
    }
}
