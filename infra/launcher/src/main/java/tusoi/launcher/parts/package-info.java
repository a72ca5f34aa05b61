/**
 * The third-party parts of an installation as plain processes: unpacked from their Maven artifacts, started directly,
 * watched until they are really ready, stopped within a bounded time. No Spring in here, so that the launcher, the
 * tests and the benchmarks share it.
 */
@NullMarked
package tusoi.launcher.parts;

import org.jspecify.annotations.NullMarked;
