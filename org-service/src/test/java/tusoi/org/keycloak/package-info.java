@NullMarked
package tusoi.org.keycloak;

import org.jspecify.annotations.NullMarked;
