/**
 * What has happened, as the owners' events tell it, every version kept: a fact holds from one day to another and was held to
 * be so from one instant to another. Events may come in any order and more than once; the facts are the same.
 */
@NullMarked
package tusoi.reporting.facts;

import org.jspecify.annotations.NullMarked;
