/** Discipline cases, from the signal to the measure in effect. Their narrative is restricted and never leaves. */
@NullMarked
package tusoi.discipline.cases;

import org.jspecify.annotations.NullMarked;
