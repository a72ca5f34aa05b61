package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.inTree;
import static tusoi.reporting.figures.Sql.text;
import static tusoi.reporting.figures.Sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tusoi.reporting.indicators.Dimension;

/**
 * The units whose facts belong to the one asked for: everything under it in the tree of the day asked for, and strays. Of each,
 * what that tree says of the unit where its facts are placed. It is materialized: the planner expects far fewer rows of intervals than
 * there are, and would otherwise walk the tree again for every fact.
 */
final class Inside {
    /** The column of the unit of the tree where a unit's facts are placed; null where they are unplaced. */
    static final String TARGET = "target_id";

    private static final String NAME = "inside";

    private Inside() {}

    static Table<Record> as(String alias) {
        return DSL.table(DSL.name(NAME)).as(alias);
    }

    /** What the tree says of a fact's unit; null for a dimension that it does not tell. */
    static Field<String> dimension(String alias, Dimension dimension) {
        return text(alias, dimension.name());
    }

    static boolean tells(Dimension dimension) {
        return switch (dimension) {
            case UNIT, LEVEL, PARENT_LEVEL, KIND, FORM -> true;
            default -> false;
        };
    }

    static CommonTableExpression<Record> expression(Question question, List<Stray> strays) {
        List<Dimension> told =
                question.by().stream().filter(Inside::tells).distinct().toList();
        Select<Record> units = described(question, placed(question, strays), told);
        List<Stray> lost =
                strays.stream().filter(stray -> stray.target() == null).toList();
        if (!lost.isEmpty() && !question.isOwn()) {
            units = units.unionAll(unplaced(question, lost, told));
        }
        return DSL.name(NAME).asMaterialized(units);
    }

    /** Each unit with the unit of the tree where its facts are placed, and how far below the one asked for that one stands. */
    private static Select<Record> placed(Question question, List<Stray> strays) {
        Select<Record> all = below(question, tree("closure", "c"), id("c", "unit_id"));
        List<Stray> found =
                strays.stream().filter(stray -> stray.target() != null).toList();
        if (found.isEmpty()) {
            return all;
        }
        Table<?> here =
                table(found).join(tree("closure", "c")).on(id("c", "unit_id").eq(id("s", "target_id")));
        return all.unionAll(below(question, here, id("s", "unit_id")));
    }

    private static Table<Record> table(List<Stray> strays) {
        return DSL.table(
                        "unnest({0}, {1}, {2})",
                        DSL.val(strays.stream().map(Stray::unit).toArray(UUID[]::new)),
                        DSL.val(strays.stream().map(Stray::target).toArray(UUID[]::new)),
                        DSL.val(strays.stream().map(Stray::child).toArray(UUID[]::new)))
                .as("s", "unit_id", "target_id", "child_id");
    }

    private static Select<Record> below(Question question, Table<?> from, Field<UUID> unit) {
        List<SelectField<?>> columns =
                List.of(unit.as("unit_id"), id("c", "unit_id").as(TARGET), field("c", "depth", Integer.class));
        return DSL.select(columns)
                .from(from)
                .where(id("c", "ancestor_id").eq(question.unit()))
                .and(question.isOwn() ? field("c", "depth", Integer.class).eq(DSL.inline(0)) : DSL.noCondition())
                .and(question.among() == null ? DSL.noCondition() : Sql.isAnyOf(unit, question.among()))
                .and(inTree("c", question));
    }

    private static Select<Record> described(Question question, Select<Record> placed, List<Dimension> told) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(id("p", "unit_id").as("unit_id"));
        columns.add(DSL.inline(true).as("placed"));
        columns.add(id("p", TARGET).as(TARGET));
        Table<?> units = placed.asTable("p");
        if (told.contains(Dimension.UNIT)) {
            units = withChild(question, units);
        }
        if (told.stream().anyMatch(dimension -> dimension != Dimension.UNIT)) {
            units = withUnit(question, units);
        }
        told.forEach(dimension -> columns.add(source(dimension).as(dimension.name())));
        return DSL.select(columns).from(units);
    }

    private static Field<String> source(Dimension dimension) {
        return switch (dimension) {
            case UNIT -> text("child", "code");
            case LEVEL -> text("target", "level");
            case PARENT_LEVEL -> text("superior", "level");
            case KIND -> text("target", "kind");
            case FORM -> text("target", "form");
            default -> throw new IllegalArgumentException("the tree does not tell " + dimension.code());
        };
    }

    /** The child of the unit asked for on the way down to each; the unit itself for its own facts. */
    private static Table<?> withChild(Question question, Table<?> units) {
        Field<Integer> depthBelowChild =
                DSL.greatest(field("p", "depth", Integer.class).minus(DSL.inline(1)), DSL.inline(0));
        return units.join(tree("closure", "up"))
                .on(id("up", "unit_id").eq(id("p", TARGET)))
                .and(field("up", "depth", Integer.class).eq(depthBelowChild))
                .and(inTree("up", question))
                .join(tree("unit_version", "child"))
                .on(id("child", "unit_id").eq(id("up", "ancestor_id")))
                .and(inTree("child", question));
    }

    private static Table<?> withUnit(Question question, Table<?> units) {
        return units.join(tree("unit_version", "target"))
                .on(id("target", "unit_id").eq(id("p", TARGET)))
                .and(inTree("target", question))
                .leftJoin(tree("unit_version", "superior"))
                .on(id("superior", "unit_id").eq(id("target", "parent_id")))
                .and(inTree("superior", question));
    }

    /**
     * They belong to the unit asked for, and to one under it if all that they could be placed in stands under that one; of what
     * level, kind or form their place would be is not known.
     */
    private static Select<Record> unplaced(Question question, List<Stray> strays, List<Dimension> told) {
        boolean knowsChild = told.equals(List.of(Dimension.UNIT));
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(id("s", "unit_id").as("unit_id"));
        columns.add((told.isEmpty()
                        ? DSL.inline(true)
                        : knowsChild ? DSL.field(id("s", "child_id").isNotNull()) : DSL.inline(false))
                .as("placed"));
        columns.add(DSL.inline((UUID) null, SQLDataType.UUID).as(TARGET));
        told.forEach(dimension -> columns.add(
                (dimension == Dimension.UNIT ? text("child", "code") : DSL.inline((String) null, SQLDataType.CLOB))
                        .as(dimension.name())));
        return DSL.select(columns)
                .from(table(strays)
                        .leftJoin(tree("unit_version", "child"))
                        .on(id("child", "unit_id").eq(id("s", "child_id")))
                        .and(inTree("child", question)));
    }
}
