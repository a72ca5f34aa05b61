package tusoi.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where Kafka is, and the topic through which services tell each other what is complete. */
@ConfigurationProperties("tusoi.kafka")
public record KafkaSettings(
        @DefaultValue("127.0.0.1:20088") String bootstrapServers,
        @DefaultValue("watermarks") String watermarks,
        @DefaultValue("5s") Duration timeout) {

    /** The settings of any client. */
    public Map<String, Object> client(String name) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", name);
        settings.put("reconnect.backoff.ms", 50);
        settings.put("reconnect.backoff.max.ms", 1000);
        settings.put("request.timeout.ms", (int) timeout.toMillis());
        settings.put("default.api.timeout.ms", (int) timeout.toMillis());
        settings.put("enable.metrics.push", false);
        return settings;
    }
}
