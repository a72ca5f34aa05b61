package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.inTree;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.on;
import static tusoi.reporting.figures.Sql.tree;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import tusoi.reporting.indicators.Dimension;

/**
 * The units whose own target holds instead of one of a unit under them. A unit that is not in the tree of the day asked for has no
 * superiors there: those of the place where its facts are count. That place itself is a sibling, as a branch is of the one that was
 * merged into it, unless the unit went up into its own superior. Of one that is unplaced those on the last day that it was in a tree
 * count (its first, where it has not begun), and the unit asked for. A superior that is itself not in the tree holds instead of those
 * that were under it on the last day that both were in a tree (the first, where it has not begun), wherever they are now.
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
        return ofPlace.unionAll(once)
                .unionAll(gone(unit, question))
                .unionAll(asked)
                .asTable(alias);
    }

    /** The unit's targets are counted in the question. */
    static Condition isInside(Field<UUID> upper) {
        return isOneOf(upper.in(DSL.select(id("within", "unit_id")).from(Inside.as("within"))));
    }

    /**
     * They are in the part of the fact that they may hold instead of; by unit that is one of its own, as each part is what its own unit
     * answers. Those of the very unit asked for say nothing of parts.
     */
    static Condition isInSamePart(Field<UUID> upper, Question question) {
        Condition isInside = question.by().contains(Dimension.UNIT)
                ? isOneOf(DSL.row(upper, child("i"))
                        .in(DSL.select(id("within", "unit_id"), child("within")).from(Inside.as("within"))))
                : isInside(upper);
        return upper.ne(question.unit()).and(isInside);
    }

    /** Of those that have targets alone it is asked when they parted. */
    private static Select<Record1<UUID>> gone(Field<UUID> unit, Question question) {
        Field<UUID> superior = id("gone", "ancestor_id");
        return DSL.select(superior.as("unit_id"))
                .from(tree("closure", "gone"))
                .where(id("gone", "unit_id").eq(unit))
                .and(superior.ne(unit))
                .and(known("gone", question))
                .andNot(on(question.asOf(), "gone"))
                .and(DSL.exists(DSL.selectOne()
                        .from(facts("target", "own"))
                        .where(id("own", "unit_id").eq(superior))))
                .and(isWhereTheyPart("gone", superior, unit, question))
                .andNot(isUnderIt(superior, unit, question));
    }

    private static Condition isWhereItTurns(String path, Field<UUID> unit, Question question) {
        Field<LocalDate> first = first(unit, question);
        Field<LocalDate> end = end(unit, question);
        return day(path, "valid_to")
                .eq(end)
                .and(end.le(question.asOf()))
                .or(day(path, "valid_from").eq(first).and(end.gt(question.asOf())));
    }

    private static Condition isWhereTheyPart(String path, Field<UUID> upper, Field<UUID> lower, Question question) {
        Field<LocalDate> end = end(upper, question);
        Field<LocalDate> first = first(upper, question);
        return end.le(question.asOf())
                .and(day(path, "valid_to").eq(DSL.least(end, end(lower, question))))
                .or(first.gt(question.asOf())
                        .and(day(path, "valid_from").eq(DSL.greatest(first, first(lower, question)))));
    }

    /** What took the superior's place stands under the unit, so that the unit's target holds instead of the superior's. */
    private static Condition isUnderIt(Field<UUID> superior, Field<UUID> unit, Question question) {
        Field<UUID> seat = id("seat", "unit_id");
        Field<UUID> place = id("seat", Inside.TARGET);
        Condition isPlacedUnder = isOneOf(DSL.row(superior, unit)
                .in(DSL.select(seat, id("turned", "ancestor_id"))
                        .from(Inside.as("seat"))
                        .join(tree("closure", "turned"))
                        .on(id("turned", "unit_id").eq(place))
                        .and(inTree("turned", question))
                        .where(place.ne(seat))
                        .and(id("turned", "ancestor_id").ne(place))));
        Condition isUnplaced =
                isOneOf(superior.in(DSL.select(seat).from(Inside.as("seat")).where(place.isNull())));
        return isPlacedUnder.or(unit.eq(question.unit()).and(isUnplaced));
    }

    /**
     * Looked up in a list that is made once, and not joined: a planner that expects few units inside would go through all of them, and
     * through their targets, for each target.
     */
    private static Condition isOneOf(Condition isIn) {
        return DSL.field(isIn).isTrue();
    }

    private static Field<LocalDate> first(Field<UUID> unit, Question question) {
        return DSL.field(DSL.select(DSL.min(day("life", "valid_from")))
                .from(tree("link", "life"))
                .where(id("life", "unit_id").eq(unit))
                .and(known("life", question)));
    }

    private static Field<LocalDate> end(Field<UUID> unit, Question question) {
        return DSL.field(DSL.select(DSL.max(day("life", "valid_to")))
                .from(tree("link", "life"))
                .where(id("life", "unit_id").eq(unit))
                .and(known("life", question)));
    }

    private static Field<String> child(String alias) {
        return DSL.coalesce(Inside.dimension(alias, Dimension.UNIT), DSL.inline(""));
    }
}
