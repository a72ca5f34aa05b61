package tusoi.platform.inbox;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The inbox's settings.
 *
 * @param topics the event topics that this service follows, named after their producers; may be empty
 * @param pollRows the most that one transaction takes
 * @param topicCheck how often Kafka is asked whether a topic has come, or come anew
 */
@ConfigurationProperties("tusoi.inbox")
record InboxProperties(
        @DefaultValue Set<String> topics,
        @DefaultValue("5000") int pollRows,
        @DefaultValue("1s") Duration topicCheck,
        @DefaultValue("250ms") Duration takeover,
        @DefaultValue("5s") Duration retryAtMost) {

    static String producerOf(String topic) {
        var dot = topic.indexOf('.');
        return dot < 0 ? topic : topic.substring(0, dot);
    }

    Set<String> producers() {
        var producers = new TreeSet<String>();
        topics.forEach(topic -> producers.add(producerOf(topic)));
        return producers;
    }
}
