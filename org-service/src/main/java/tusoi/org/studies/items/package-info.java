/** What published lists ask of branch committees: open until they are answered. */
@NullMarked
package tusoi.org.studies.items;

import org.jspecify.annotations.NullMarked;
