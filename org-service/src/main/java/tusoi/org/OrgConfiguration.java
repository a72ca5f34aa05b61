package tusoi.org;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.persistence.MigrationModule;

@Configuration(proxyBeanMethods = false)
class OrgConfiguration {
    private static final int AFTER_SCOPE = 100;

    @Bean
    MigrationModule orgMigrations() {
        return new MigrationModule("org", "classpath:db/org", AFTER_SCOPE);
    }
}
