/** What an empty register begins with: its root unit, the first account and that account's grant. */
@NullMarked
package tusoi.org.bootstrap;

import org.jspecify.annotations.NullMarked;
