package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.id;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A measure's facts with what else is needed to say where they stand.
 *
 * @param unit where the fact is: its unit of record, or the one that reorganisations took the person to, or from
 */
record Placing(Table<?> facts, Field<UUID> unit, Condition where) {
    static Placing of(Question question, Measure measure) {
        Placing plain = new Placing(measure.facts(), measure.unit(), measure.where());
        Person person = measure.person();
        if (person == null) {
            return plain;
        }
        return plain.joined(question, person).moved(question, person).fromOutside(question, measure.outside());
    }

    private Placing joined(Question question, Person person) {
        if (!question.persons().joined()) {
            return this;
        }
        Table<?> known =
                facts.leftJoin(JoinedEntries.table()).on(JoinedEntries.entry().eq(person.entry()));
        return new Placing(known, unit, where);
    }

    private Placing moved(Question question, Person person) {
        if (!question.persons().moved()) {
            return this;
        }
        return new Placing(withWay(question, "own", unit, person), DSL.coalesce(OwnWays.target("own"), unit), where);
    }

    private Placing fromOutside(Question question, Measure.@Nullable Side other) {
        if (other == null) {
            return this;
        }
        boolean moved = question.persons().moved();
        Table<?> both = moved ? withWay(question, "other", other.unit(), other.person()) : facts;
        Field<UUID> place = moved ? DSL.coalesce(OwnWays.target("other"), other.unit()) : other.unit();
        Table<Record> within = Inside.as("within");
        Condition isOutside = DSL.notExists(
                DSL.selectOne().from(within).where(id("within", "unit_id").eq(place)));
        return new Placing(both, unit, where.and(isOutside));
    }

    private Table<?> withWay(Question question, String alias, Field<UUID> from, Person person) {
        Field<UUID> whose = JoinedEntries.person(question, person.entry());
        return facts.leftJoin(OwnWays.as(alias)).on(OwnWays.isOf(alias, whose, from, person));
    }
}
