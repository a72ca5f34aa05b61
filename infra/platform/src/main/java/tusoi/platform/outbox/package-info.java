/** Events leave here: a row in the command's transaction, a relay that puts it on Kafka, a watermark that makes the past final. */
@NullMarked
package tusoi.platform.outbox;

import org.jspecify.annotations.NullMarked;
