package tusoi.platform.observability;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** One tag on every meter, and no traces of probes and scrapes. */
@AutoConfiguration(before = MetricsAutoConfiguration.class)
class ObservabilityAutoConfiguration {
    private static final int MAX_ROUTES = 500;

    @Bean
    MeterRegistryCustomizer<?> commonTags(@Value("${tusoi.service}") String service) {
        return registry -> registry.config().commonTags("service", service);
    }

    @Bean
    MeterFilter commandLimit() {
        return MeterFilter.maximumAllowableTags("tusoi.commands", "command", MAX_ROUTES, MeterFilter.deny());
    }

    @Bean
    ObservationPredicate probesAreNoTraces() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().startsWith("/actuator/"));
    }
}
