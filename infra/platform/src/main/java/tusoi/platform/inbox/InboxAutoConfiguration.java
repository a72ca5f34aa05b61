package tusoi.platform.inbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way in: one loop that follows the topics, and what it knows to be complete. */
@AutoConfiguration
@ConditionalOnProperty("tusoi.service")
@EnableConfigurationProperties(InboxProperties.class)
class InboxAutoConfiguration {
    @Bean
    Watermarks watermarks(JdbcClient jdbc, InboxProperties properties) {
        return new DatabaseWatermarks(jdbc, properties.producers());
    }
}
