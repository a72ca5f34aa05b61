@NullMarked
package tusoi.org.members.balance.domain;

import org.jspecify.annotations.NullMarked;
