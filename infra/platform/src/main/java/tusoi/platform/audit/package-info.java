/** Who did or read what, when and why: rows in the command's transaction, sealed in the background into a chain. */
@NullMarked
package tusoi.platform.audit;

import org.jspecify.annotations.NullMarked;
