package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.id;

import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Entries of the register that were joined with another of the same person: facts that name one are that person's. */
final class JoinedEntries {
    private static final String NAME = "joined";
    private static final String ALIAS = "same";

    private JoinedEntries() {}

    static Table<Record> table() {
        return table(ALIAS);
    }

    static Table<Record> table(String alias) {
        return DSL.table(DSL.name(NAME)).as(alias);
    }

    static Field<UUID> entry() {
        return id(ALIAS, "entry_id");
    }

    /** Null for an entry that goes on itself. */
    static Field<UUID> goesOnAs() {
        return id(ALIAS, "person_id");
    }

    /** The entry that tells of the person by what is known then. */
    static Field<UUID> person(Question question, Field<UUID> entry) {
        return question.persons().joined() ? DSL.coalesce(goesOnAs(), entry) : entry;
    }

    static CommonTableExpression<Record> expression(Question question) {
        return DSL.name(NAME)
                .asMaterialized(
                        DSL.resultQuery(sql("{0}"), DSL.val(question.knownAt().atOffset(ZoneOffset.UTC))));
    }

    /** The rows. */
    static String sql(String knownAt) {
        return """
                with recursive step as (
                    select e.aggregate_id as entry_id, e.merged_into as person_id
                      from reporting.joined_entry e
                     where e.recorded_from <= %1$s and e.recorded_to > %1$s
                ), walk as (
                    select s.entry_id, s.person_id from step s
                    union
                    select w.entry_id, s.person_id from walk w join step s on s.entry_id = w.person_id
                )
                select w.entry_id, w.person_id from walk w
                 where not exists (select from step s where s.entry_id = w.person_id)
                """.formatted(knownAt);
    }
}
