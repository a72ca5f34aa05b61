@NullMarked
package tusoi.org.grants.domain;

import org.jspecify.annotations.NullMarked;
