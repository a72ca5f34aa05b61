/** What is counted of org-service's own books each night. */
@NullMarked
package tusoi.org.counts;

import org.jspecify.annotations.NullMarked;
