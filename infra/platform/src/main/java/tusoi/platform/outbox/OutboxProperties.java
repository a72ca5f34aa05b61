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
 * @param spacing how far rounds that send something begin apart: what comes after a pause goes at once, what comes in a stream goes
 *     together, as each round costs every service that follows a transaction
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
        @DefaultValue("40ms") Duration spacing,
        @DefaultValue("200ms") Duration heartbeat,
        @DefaultValue("250ms") Duration takeover,
        @DefaultValue("5s") Duration retryAtMost) {}
