/** Temporary activity elsewhere: a time at a host, while home stays home and counts. */
@NullMarked
package tusoi.org.members.activities;

import org.jspecify.annotations.NullMarked;
