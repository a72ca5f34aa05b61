package tusoi.gateway.limits;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {
    @Bean
    RateLimitFilter rateLimitFilter(RateLimits limits, MeterRegistry meters) {
        return new RateLimitFilter(limits, meters);
    }

    /** It stands inside the security chains, where the caller is known, and nowhere else. */
    @Bean
    FilterRegistrationBean<RateLimitFilter> noOtherRateLimit(RateLimitFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
