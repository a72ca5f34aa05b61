/** The program behind {@code ./tusoi}: one class a command. */
@NullMarked
package tusoi.launcher.cli;

import org.jspecify.annotations.NullMarked;
