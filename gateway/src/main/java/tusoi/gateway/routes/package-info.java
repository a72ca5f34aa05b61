/**
 * The way to the services: what is relayed and what is not, how long anybody waits, and what is answered while a service is
 * away. One route a service, {@code /api/<service>/**}.
 */
@NullMarked
package tusoi.gateway.routes;

import org.jspecify.annotations.NullMarked;
