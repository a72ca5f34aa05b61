/**
 * Bad input, driven by what a service says of itself: for each operation of its approved description a valid call is varied in one place at
 * a time, and each answer and the database are checked. What a variation makes and whether it is forbidden come from the description, so
 * that a new field is tested on the day it is described; only the valid calls are written by hand.
 */
@NullMarked
package tusoi.testkit.badinput;

import org.jspecify.annotations.NullMarked;
