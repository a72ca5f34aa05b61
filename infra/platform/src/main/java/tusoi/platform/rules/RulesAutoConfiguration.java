package tusoi.platform.rules;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Reads the profiles at start: a service with a wrong one does not come up. */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
class RulesAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    RuleProfiles ruleProfiles(JsonMapper json) {
        return ShippedProfiles.read("classpath*:rules/*.json", json);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    ProfilesController profilesController(RuleProfiles profiles) {
        return new ProfilesController(profiles);
    }
}
