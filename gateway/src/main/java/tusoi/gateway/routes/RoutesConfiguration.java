package tusoi.gateway.routes;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tusoi.gateway.problems.Problem;
import tusoi.gateway.signin.CallerToken;

@Configuration(proxyBeanMethods = false)
class RoutesConfiguration {
    private static final Logger log = LoggerFactory.getLogger(RoutesConfiguration.class);

    @Bean
    @Order(1)
    RouterFunction<ServerResponse> services(
            RouteProperties properties, CircuitBreakerRegistry breakers, CallerToken tokens) {
        var headers = new RelayedHeaders(tokens);
        return properties.services().entrySet().stream()
                .map(service -> {
                    var name = service.getKey();
                    var guard = new ServiceGuard(
                            name,
                            breakers.circuitBreaker(name),
                            properties.parallel(),
                            properties.breaker().openFor());
                    return route(name)
                            .route(path("/api/" + name + "/**"), http())
                            .filter(RoutesConfiguration::withToken)
                            .before(headers::toService)
                            .before(uri(service.getValue()))
                            .filter(guard::filter)
                            .after(headers::toCaller)
                            .build();
                })
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static ServerResponse withToken(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        try {
            return next.handle(request);
        } catch (CallerToken.SignInNeeded e) {
            return Problem.unauthenticated().toResponse();
        } catch (CallerToken.KeycloakAway e) {
            log.warn("A token could not be refreshed", e);
            return Problem.unavailable(
                            "sign-in-unavailable", "The sign-in service does not answer", Duration.ofSeconds(5))
                    .remedy("Wait as long as Retry-After says")
                    .toResponse();
        }
    }

    /** What no service owns must not be answered with the web app's page. */
    @Bean
    @Order(10)
    RouterFunction<ServerResponse> nothingElse() {
        return RouterFunctions.route()
                .route(path("/api/**"), request -> Problem.of(
                                HttpStatus.NOT_FOUND, "not-found", "There is no such service")
                        .toResponse())
                .build();
    }

    @Bean
    ProxyExchange exchange(RestClient.Builder clients, RouteProperties properties, GatewayMvcProperties gateway) {
        return new PatientExchange(
                new RestClientProxyExchange(client(clients, properties, properties.timeout()), gateway),
                new RestClientProxyExchange(client(clients, properties, properties.slowTimeout()), gateway),
                new RestClientProxyExchange(
                        client(clients, properties, properties.slowTimeout())
                                .mutate()
                                .requestInterceptor(new LiveAnswers())
                                .build(),
                        gateway));
    }

    private static RestClient client(RestClient.Builder clients, RouteProperties properties, Duration timeout) {
        var requests = ClientHttpRequestFactoryBuilder.jdk()
                .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                .build(HttpClientSettings.defaults()
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withTimeouts(properties.connectTimeout(), timeout));
        return clients.clone().requestFactory(requests).build();
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers(RouteProperties properties, MeterRegistry meters) {
        var breaker = properties.breaker();
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(breaker.minimumCalls())
                .failureRateThreshold(50)
                .waitDurationInOpenState(breaker.openFor())
                .permittedNumberOfCallsInHalfOpenState(3)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        return breakers;
    }
}
