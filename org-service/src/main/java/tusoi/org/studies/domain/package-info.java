/** A session, its roll and its published lists, with their rules; plain Java. */
@NullMarked
package tusoi.org.studies.domain;

import org.jspecify.annotations.NullMarked;
