package tusoi.scope;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.testkit.Servers;
import tusoi.testkit.ServiceProperties;

/** A service that owns its tree, as org-service does, on the shared servers and a database of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ScopeService.Asking.class)
class ScopeService {
    static ConfigurableApplicationContext start(String source) {
        var properties = ServiceProperties.properties(
                Servers.postgres().database("units"), Servers.kafka().bootstrap());
        properties.put("spring.config.import", "classpath:tusoi-platform.yaml");
        properties.put("tusoi.service", "units");
        properties.put("tusoi.scope.source", source);
        var application = new SpringApplication(ScopeService.class);
        application.setDefaultProperties(properties);
        application.setRegisterShutdownHook(false);
        return application.run();
    }

    @RestController
    static class Asking {
        private final Scope scope;

        Asking(Scope scope) {
            this.scope = scope;
        }

        @GetMapping("/api/units/v1/units/{unit}/{right}")
        Map<String, Object> ask(@PathVariable UUID unit, @PathVariable Right right) {
            scope.require(right, unit);
            return Map.of("account", scope.account());
        }

        @PostMapping("/api/units/v1/units/{unit}/{right}")
        Map<String, Object> act(@PathVariable UUID unit, @PathVariable Right right) {
            return ask(unit, right);
        }
    }
}
