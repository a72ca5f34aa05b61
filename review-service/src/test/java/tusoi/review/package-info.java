@NullMarked
package tusoi.review;

import org.jspecify.annotations.NullMarked;
