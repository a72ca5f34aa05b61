/** Shows the rule profiles that this service decides by. */
@NullMarked
package tusoi.discipline.profiles;

import org.jspecify.annotations.NullMarked;
