@NullMarked
package tusoi.org.studies.domain;

import org.jspecify.annotations.NullMarked;
