@NullMarked
package tusoi.reporting.facts;

import org.jspecify.annotations.NullMarked;
