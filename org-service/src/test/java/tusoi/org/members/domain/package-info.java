@NullMarked
package tusoi.org.members.domain;

import org.jspecify.annotations.NullMarked;
