/**
 * Facts anew from the first event, in a schema beside, while those that are there serve and are fed. When the shadow has caught up both
 * are compared as of one point; equal ones need no switch, others wait for an operator's word. See decision record 23.
 */
@NullMarked
package tusoi.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
