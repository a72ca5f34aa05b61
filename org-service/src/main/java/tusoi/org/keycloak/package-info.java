/**
 * Keycloak as the register wants it: users of invited accounts, locked ones disabled, and groups {@code /units/<unit id>/<role>}
 * that mirror grants for other applications. Commands only write down what is wanted; one leader brings Keycloak in line with it, on
 * change and again and again, and so repairs what was changed by hand. Nobody here decides by these groups.
 */
@NullMarked
package tusoi.org.keycloak;

import org.jspecify.annotations.NullMarked;
