/** A grant's validity, where it comes from, and its rules; plain Java. */
@NullMarked
package tusoi.org.grants.domain;

import org.jspecify.annotations.NullMarked;
