/**
 * Proof of what was published: one form for each content (RFC 8785), its digest, its signature, and the check of all three without a
 * service, a database or a network. Plain Java and Jackson's tree, so that whoever doubts can read and run it.
 */
@NullMarked
package tusoi.reporting.proof;

import org.jspecify.annotations.NullMarked;
