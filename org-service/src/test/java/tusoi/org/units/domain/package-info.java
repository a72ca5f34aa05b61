@NullMarked
package tusoi.org.units.domain;

import org.jspecify.annotations.NullMarked;
