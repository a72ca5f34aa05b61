/** Tokens: signature, issuer, audience and expiry, and the subject they name. */
@NullMarked
package tusoi.platform.security;

import org.jspecify.annotations.NullMarked;
