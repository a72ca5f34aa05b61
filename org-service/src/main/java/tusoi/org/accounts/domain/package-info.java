/** An account's states and its rules; plain Java. */
@NullMarked
package tusoi.org.accounts.domain;

import org.jspecify.annotations.NullMarked;
