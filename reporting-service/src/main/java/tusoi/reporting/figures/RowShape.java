package tusoi.reporting.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A fact as it is shown by itself.
 *
 * @param fact what kind of fact it is
 * @param alias of the facts' table
 * @param id of what it is a fact of: a member, a review, a case
 * @param n its place among the facts of one version; 0 where there is only one
 * @param subject the member or the unit whom it is about
 * @param day from which it holds, or on which it was
 * @param cause the case that it came of; null where there is none
 * @param until the day on which it holds no more; null where it is of one day
 */
record RowShape(
        String fact,
        String alias,
        Field<UUID> id,
        Field<Integer> n,
        Field<UUID> subject,
        Field<LocalDate> day,
        Field<LocalDate> until,
        Field<UUID> cause) {

    static RowShape ofDay(String fact, String alias, String subject, String on) {
        return new RowShape(
                fact,
                alias,
                Sql.id(alias, "aggregate_id"),
                DSL.inline(0),
                Sql.id(alias, subject),
                Sql.day(alias, on),
                DSL.inline((LocalDate) null, SQLDataType.LOCALDATE),
                nobody());
    }

    static RowShape ofTime(String fact, String alias, String id, String subject) {
        return new RowShape(
                fact,
                alias,
                Sql.id(alias, id),
                DSL.inline(0),
                Sql.id(alias, subject),
                Sql.day(alias, "valid_from"),
                DSL.field("nullif({0}, 'infinity')", LocalDate.class, Sql.day(alias, "valid_to")),
                nobody());
    }

    RowShape numbered() {
        return new RowShape(fact, alias, id, Sql.field(alias, "n", Integer.class), subject, day, until, cause);
    }

    RowShape causedBy(String column) {
        return new RowShape(fact, alias, id, n, subject, day, until, Sql.id(alias, column));
    }

    boolean tellsCause() {
        return !(cause instanceof Param);
    }

    private static Field<UUID> nobody() {
        return DSL.inline((UUID) null, SQLDataType.UUID);
    }
}
