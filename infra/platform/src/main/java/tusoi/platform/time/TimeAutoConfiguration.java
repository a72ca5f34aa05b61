package tusoi.platform.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import tusoi.platform.persistence.CurrentTransaction;

/** Gives out the recorded clock, and a wall clock for business days where the service has none of its own. */
@AutoConfiguration
@ConditionalOnProperty("tusoi.service")
class TimeAutoConfiguration {
    @Bean
    TransactionClock transactionClock(CurrentTransaction transaction) {
        return new DatabaseTransactionClock(transaction);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
