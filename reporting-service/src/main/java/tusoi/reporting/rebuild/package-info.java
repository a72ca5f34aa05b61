/**
 * Facts anew from the first event. What the service holds is thrown away and read again from Kafka; the service is not ready
 * until it knows again what it knew before. The old facts do not serve meanwhile: a shadow schema that does is still to come.
 */
@NullMarked
package tusoi.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
