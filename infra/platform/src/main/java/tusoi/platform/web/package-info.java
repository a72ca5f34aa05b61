/** The HTTP habits all services share: idempotency, versions, pages, bulk commands, limits. */
@NullMarked
package tusoi.platform.web;

import org.jspecify.annotations.NullMarked;
