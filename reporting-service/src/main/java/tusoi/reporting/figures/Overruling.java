package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.inTree;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.tree;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The units whose own target holds instead of one of a unit under them. A unit that is not in the tree of the day asked for has no
 * superiors there: those of the place where its facts are count. That place itself is a sibling, as a branch is of the one that was
 * merged into it, unless the unit went up into its own superior. Of one that is unplaced those on the last day that it was in a tree
 * count (its first, where it has not begun), and the unit asked for.
 */
final class Overruling {
    private Overruling() {}

    /** One of them a row, in {@code unit_id}, inside the unit asked for or not. */
    static Table<Record1<UUID>> above(Field<UUID> unit, Question question, String alias) {
        Field<UUID> place = id("i", Inside.TARGET);
        Select<Record1<UUID>> ofPlace = DSL.select(id("path", "ancestor_id").as("unit_id"))
                .from(tree("closure", "path"))
                .where(id("path", "unit_id").eq(place))
                .and(id("path", "ancestor_id").ne(place))
                .and(inTree("path", question));
        Select<Record1<UUID>> once = DSL.select(id("once", "ancestor_id").as("unit_id"))
                .from(tree("closure", "once"))
                .where(id("once", "unit_id").eq(unit))
                .and(id("once", "ancestor_id").ne(unit))
                .and(place.isNull().or(id("once", "ancestor_id").eq(place)))
                .and(known("once", question))
                .and(isWhereItTurns("once", unit, question));
        Select<Record1<UUID>> asked =
                DSL.select(DSL.val(question.unit()).as("unit_id")).where(place.isNull());
        return ofPlace.unionAll(once).unionAll(asked).asTable(alias);
    }

    private static Condition isWhereItTurns(String path, Field<UUID> unit, Question question) {
        Condition ofUnit = id("life", "unit_id").eq(unit).and(known("life", question));
        Field<LocalDate> first = DSL.field(DSL.select(DSL.min(day("life", "valid_from")))
                .from(tree("link", "life"))
                .where(ofUnit));
        Field<LocalDate> end = DSL.field(DSL.select(DSL.max(day("life", "valid_to")))
                .from(tree("link", "life"))
                .where(ofUnit));
        return day(path, "valid_to")
                .eq(end)
                .and(end.le(question.asOf()))
                .or(day(path, "valid_from").eq(first).and(end.gt(question.asOf())));
    }
}
