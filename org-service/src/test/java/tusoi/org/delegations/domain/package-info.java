@NullMarked
package tusoi.org.delegations.domain;

import org.jspecify.annotations.NullMarked;
