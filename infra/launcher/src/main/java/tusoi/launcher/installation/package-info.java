/**
 * One installation of Tusoi on this machine: its folder, ports, secrets, realm and users, and the parts in the order in
 * which they need each other. {@link tusoi.launcher.installation.Platform} is what the journey and the benchmarks use.
 */
@NullMarked
package tusoi.launcher.installation;

import org.jspecify.annotations.NullMarked;
