/**
 * The browser's backend: sign-in and session, the web app, and the way to the services. It knows no word of the domain and
 * decides nothing about rights: whoever passes here with a token is checked by the service.
 */
@NullMarked
package tusoi.gateway;

import org.jspecify.annotations.NullMarked;
