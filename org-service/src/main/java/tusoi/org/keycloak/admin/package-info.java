/** Keycloak's admin interface: groups and users as the register asks for them, and that it does not answer. */
@NullMarked
package tusoi.org.keycloak.admin;

import org.jspecify.annotations.NullMarked;
