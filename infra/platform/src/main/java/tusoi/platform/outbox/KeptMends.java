package tusoi.platform.outbox;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Mends that this service has seen. The owner of a topic gives them out again when it fills the topic from its journal. */
public interface KeptMends {
    /** As they stand in the topic's topic of mends, oldest first. */
    List<ProducerRecord<String, byte[]>> of(String topic);
}
