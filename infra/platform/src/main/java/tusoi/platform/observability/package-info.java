/** What operators see: JSON logs with trace ids, Prometheus metrics, health groups. Settings in tusoi-platform.yaml. */
@NullMarked
package tusoi.platform.observability;

import org.jspecify.annotations.NullMarked;
