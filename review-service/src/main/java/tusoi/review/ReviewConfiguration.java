package tusoi.review;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.persistence.MigrationModule;

@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {
    @Bean
    MigrationModule reviewMigrations() {
        return new MigrationModule("review", "classpath:db/review", 100);
    }
}
