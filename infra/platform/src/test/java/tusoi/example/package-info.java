/** A service as small as can be, to try the platform's web half on. */
@NullMarked
package tusoi.example;

import org.jspecify.annotations.NullMarked;
