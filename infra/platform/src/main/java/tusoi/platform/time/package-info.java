/** The two times: the recorded instant of a transaction, and business days. */
@NullMarked
package tusoi.platform.time;

import org.jspecify.annotations.NullMarked;
