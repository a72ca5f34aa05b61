/** Identifiers: UUIDv7, made in one place so that they sort by the time they were made. */
@NullMarked
package tusoi.platform.ids;

import org.jspecify.annotations.NullMarked;
