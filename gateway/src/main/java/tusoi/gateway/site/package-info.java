/** The built web app: its hashed files for ever, its page never from a cache, and the page for every address of its own. */
@NullMarked
package tusoi.gateway.site;

import org.jspecify.annotations.NullMarked;
