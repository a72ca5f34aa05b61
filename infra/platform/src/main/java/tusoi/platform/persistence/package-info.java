/** Three roles a database: owner for migrations, app under row-level security, loader for inbox, relay and rebuild. */
@NullMarked
package tusoi.platform.persistence;

import org.jspecify.annotations.NullMarked;
