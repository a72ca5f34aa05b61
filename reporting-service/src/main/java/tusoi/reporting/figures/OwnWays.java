package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;

import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Where a member's fact goes under the tree of another day: as reorganisations took the member, onward from the fact to the day of
 * the tree, or back to it. A row is a member's time in a unit and the unit that this leads to, which may in turn not be in the tree.
 */
final class OwnWays {
    private static final String NAME = "own_way";

    private OwnWays() {}

    static Table<Record> as(String alias) {
        return DSL.table(DSL.name(NAME)).as(alias);
    }

    static Field<UUID> target(String alias) {
        return id(alias, "next_id");
    }

    static Condition isOf(String alias, Field<UUID> person, Field<UUID> unit, Person point) {
        return id(alias, "person_id")
                .eq(person)
                .and(id(alias, "unit_id").eq(unit))
                .and(DSL.row(day(alias, "since_day"), place(alias, "since_place"))
                        .le(point.day(), point.place()))
                .and(DSL.row(day(alias, "until_day"), place(alias, "until_place"))
                        .gt(point.day(), point.place()));
    }

    private static Field<Integer> place(String alias, String column) {
        return field(alias, column, Integer.class);
    }

    static CommonTableExpression<Record> expression(Question question) {
        return DSL.name(NAME)
                .asMaterialized(DSL.resultQuery(
                        sql("{0}", "{1}", "{2}", "{3}", "and {4}"),
                        DSL.val(PersonQueries.firstDay(question)),
                        DSL.val(PersonQueries.lastDay(question)),
                        DSL.val(question.asOf()),
                        DSL.val(question.knownAt().atOffset(ZoneOffset.UTC)),
                        whose(question.persons())));
    }

    private static Condition whose(Persons persons) {
        return persons.alone() == null ? DSL.trueCondition() : Sql.isAnyOf(id("m", "aggregate_id"), persons.alone());
    }

    /**
     * The rows, between two days.
     *
     * @param whose a further condition on whom the movements m took
     */
    static String sql(String firstDay, String lastDay, String asOf, String knownAt, String whose) {
        return """
                with recursive taken as (
                    select m.aggregate_id as person_id, m.on_day, m.n, m.unit_id as from_id, m.other_unit_id as to_id
                      from reporting.movement m
                     where m.reorganisation_id is not null and m.unit_id is not null and m.other_unit_id is not null
                       and m.on_day > %1$s and m.on_day <= %2$s and m.recorded_from <= %4$s and m.recorded_to > %4$s %5$s
                ), hop as (
                    select t.person_id, t.from_id as unit_id,
                           coalesce(lag(t.on_day) over w, '-infinity') as since_day, coalesce(lag(t.n) over w, 0) as since_place,
                           t.on_day as until_day, t.n as until_place,
                           t.to_id as next_id, t.on_day as next_day, t.n as next_place
                      from taken t where t.on_day <= %3$s
                    window w as (partition by t.person_id, t.from_id order by t.on_day, t.n)
                    union all
                    select t.person_id, t.to_id, t.on_day, t.n,
                           coalesce(lead(t.on_day) over w, 'infinity'), coalesce(lead(t.n) over w, 0),
                           t.from_id, t.on_day, t.n - 1
                      from taken t where t.on_day > %3$s
                    window w as (partition by t.person_id, t.to_id order by t.on_day, t.n)
                ), walk as (
                    select h.*, 1 as hops from hop h
                    union all
                    select w.person_id, w.unit_id, w.since_day, w.since_place, w.until_day, w.until_place,
                           h.next_id, h.next_day, h.next_place, w.hops + 1
                      from walk w
                      join hop h on h.person_id = w.person_id and h.unit_id = w.next_id
                       and (h.since_day, h.since_place) <= (w.next_day, w.next_place)
                       and (h.until_day, h.until_place) > (w.next_day, w.next_place)
                )
                select distinct on (person_id, unit_id, since_day, since_place)
                       person_id, unit_id, since_day, since_place, until_day, until_place, next_id
                  from walk
                 order by person_id, unit_id, since_day, since_place, hops desc
                """.formatted(firstDay, lastDay, asOf, knownAt, whose);
    }
}
