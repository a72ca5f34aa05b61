/** The web app in a real browser: the same way through it with fixed answers behind the gateway and with the whole platform. */
@NullMarked
package tusoi.gateway.browser;

import org.jspecify.annotations.NullMarked;
