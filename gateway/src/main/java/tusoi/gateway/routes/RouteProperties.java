package tusoi.gateway.routes;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param timeout until a service has begun to answer
 * @param slowTimeout the same for imports and exports, and how long a stream of events lasts at most
 * @param parallel requests that one service works on at a time
 * @param services address by name; the name is the path's second segment
 */
@ConfigurationProperties("tusoi.gateway")
record RouteProperties(
        Duration connectTimeout,
        Duration timeout,
        Duration slowTimeout,
        DataSize bodyLimit,
        DataSize importLimit,
        int parallel,
        Breaker breaker,
        Map<String, URI> services) {

    /**
     * @param window calls that are looked at; half of them failed opens the breaker
     * @param minimumCalls calls before anything is concluded
     * @param openFor how long nobody is let through then
     */
    record Breaker(int window, int minimumCalls, Duration openFor) {}
}
