package tusoi.gateway.signin;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param publicUri where browsers find the gateway, without a slash at its end; empty: as the request says
 * @param sessionIdle how long an unused session lives
 * @param metricsFrom networks that may read the metrics
 */
@ConfigurationProperties("tusoi.gateway")
record SignInProperties(String publicUri, Duration sessionIdle, List<String> metricsFrom) {
    String baseUri() {
        return publicUri.isEmpty() ? "{baseUrl}" : publicUri;
    }
}
