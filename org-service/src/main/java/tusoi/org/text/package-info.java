/** Text as it is kept and as it is searched: NFC with one Đ, folded without diacritics, people by given name. */
@NullMarked
package tusoi.org.text;

import org.jspecify.annotations.NullMarked;
