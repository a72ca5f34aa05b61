/** This service's copy of the members, from org-service's events: homes and states by day, and names for lists. */
@NullMarked
package tusoi.review.members;

import org.jspecify.annotations.NullMarked;
