@NullMarked
package tusoi.org.accounts.domain;

import org.jspecify.annotations.NullMarked;
