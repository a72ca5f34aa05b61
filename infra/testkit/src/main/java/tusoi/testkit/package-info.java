/**
 * Real servers for tests: one PostgreSQL and one Kafka a test JVM, started when first asked for and gone with it, and
 * tokens for slices.
 */
@NullMarked
package tusoi.testkit;

import org.jspecify.annotations.NullMarked;
