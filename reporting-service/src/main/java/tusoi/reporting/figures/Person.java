package tusoi.reporting.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Whose fact it is, and of which point of that life: a day and a place among the day's movements. A movement leads from the place
 * before its own to its own.
 *
 * @param entry the person's entry in the register as the fact names it
 */
record Person(Field<UUID> entry, Field<LocalDate> day, Field<Integer> place) {
    /** After all of a day's movements. */
    static final int END_OF_DAY = Integer.MAX_VALUE;

    /** At the end of the day. */
    static Person atEndOf(Field<LocalDate> day, Field<UUID> entry) {
        return new Person(entry, day, DSL.inline(END_OF_DAY));
    }
}
