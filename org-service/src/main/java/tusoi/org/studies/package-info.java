/** Study sessions: called with notice, attended, the list of those absent, late or gone early published, and what it asks of branches. */
@NullMarked
package tusoi.org.studies;

import org.jspecify.annotations.NullMarked;
