@NullMarked
package tusoi.org.dues.domain;

import org.jspecify.annotations.NullMarked;
