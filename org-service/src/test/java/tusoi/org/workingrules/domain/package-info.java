@NullMarked
package tusoi.org.workingrules.domain;

import org.jspecify.annotations.NullMarked;
