@NullMarked
package tusoi.org.contract;

import org.jspecify.annotations.NullMarked;
