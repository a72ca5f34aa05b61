@NullMarked
package tusoi.org.imports.domain;

import org.jspecify.annotations.NullMarked;
