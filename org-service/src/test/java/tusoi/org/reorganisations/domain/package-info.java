@NullMarked
package tusoi.org.reorganisations.domain;

import org.jspecify.annotations.NullMarked;
