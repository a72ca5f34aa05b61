package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.on;
import static tusoi.reporting.figures.Sql.text;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tusoi.reporting.indicators.Dimension;

/**
 * Who holds posts on the last day. A post is its unit's: it stays with the unit, wherever its holder is at home, and goes as the
 * unit goes in the tree of another day.
 */
final class PostMeasures {
    private static final String HELD = "p";

    /** Of the same person, wherever it is held. */
    private static final String TOGETHER = "together";

    private static final String OTHER_ENTRY = "other_entry";

    private PostMeasures() {}

    /** Each person once: by the post that was taken up last. */
    static Measure holders(Question question) {
        return Measure.of(
                        withPersons(question, HELD, JoinedEntries.table()),
                        id(HELD, "unit_id"),
                        on(question.to(), HELD).and(known(HELD, question)))
                .by(Map.of(Dimension.POSTS, posts(question)))
                .shownAs(RowShape.ofTime("POST_HOLDING", HELD, "aggregate_id", "member_id"))
                .eachOnce(
                        List.of(JoinedEntries.person(question, id(HELD, "member_id"))),
                        List.of(
                                day(HELD, "valid_from").desc(),
                                id(HELD, "aggregate_id").desc()));
    }

    /** The codes of all posts that the person holds on the day, each once, in their order: so everybody stands in one part. */
    private static Field<String> posts(Question question) {
        Field<String> codes = DSL.field("string_agg(distinct {0}, '-')", SQLDataType.CLOB, text(TOGETHER, "post"));
        return DSL.field(DSL.select(codes)
                .from(facts("post_holding", TOGETHER))
                .where(isHeldBySame(question))
                .and(on(question.to(), TOGETHER))
                .and(known(TOGETHER, question)));
    }

    /** All entries of the person are found first, so that each one's posts are looked up. */
    private static Condition isHeldBySame(Question question) {
        Field<UUID> member = id(TOGETHER, "member_id");
        Field<UUID> person = JoinedEntries.person(question, id(HELD, "member_id"));
        if (!question.persons().joined()) {
            return member.eq(person);
        }
        var entries = DSL.select(person)
                .unionAll(DSL.select(id(OTHER_ENTRY, "entry_id"))
                        .from(JoinedEntries.table(OTHER_ENTRY))
                        .where(id(OTHER_ENTRY, "person_id").eq(person)));
        return DSL.condition("{0} = any (array({1}))", member, entries);
    }

    private static Table<Record> withPersons(Question question, String alias, Table<Record> joined) {
        Table<Record> held = facts("post_holding", alias);
        return question.persons().joined()
                ? held.leftJoin(joined).on(id(joined.getName(), "entry_id").eq(id(alias, "member_id")))
                : held;
    }
}
