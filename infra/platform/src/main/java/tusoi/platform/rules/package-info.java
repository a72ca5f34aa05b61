/** Rules as data: profiles with validity and citation, decisions that accept, warn or refuse. */
@NullMarked
package tusoi.platform.rules;

import org.jspecify.annotations.NullMarked;
