package tusoi.platform.outbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The relay's settings.
 *
 * @param enabled false for a service that publishes nothing
 * @param topic {@code <service>.events} where not given
 * @param latestTopics compacted topics beside those of the {@link LatestValues} beans
 * @param heartbeat how often an idle relay says that all is complete
 * @param takeover how often another instance asks whether it may lead
 */
@ConfigurationProperties("tusoi.outbox")
record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String topic,
        @DefaultValue List<String> latestTopics,
        @DefaultValue("12") int partitions,
        @DefaultValue("10000") int batchRows,
        @DefaultValue("100ms") Duration heartbeat,
        @DefaultValue("250ms") Duration takeover,
        @DefaultValue("5s") Duration retryAtMost) {}
